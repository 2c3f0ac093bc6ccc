/** A contradiction or a gap of the documents, and how we read it. */
export interface Reading {
  /** What collides or is left open. */
  readonly title: string
  /** What a check lets pass, warns about or fails. */
  readonly accepts: string
  /** What is only noted in the report. */
  readonly notes?: string
}
