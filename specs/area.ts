import type { OperationId } from './operations'
import type { Citation } from './documents'

/** One promise of the documents: what is so, how binding it is, and where it is said. */
export interface Requirement {
  /** A fact in the present tense; the title of every check that verifies it. */
  readonly rule: string
  /** Decides the verdict of a violation; checks never do. */
  readonly level: 'MUST' | 'SHOULD' | 'MAY'
  /** `derived` follows from the documents without being written there: a person looks before the vendor does. */
  readonly basis: 'documented' | 'documented+standard' | 'standard' | 'derived'
  /** Where it is said; every citation resolves (selftest/citations.spec.ts). */
  readonly says: readonly [Citation, ...Citation[]]
  /** The operations it speaks about; empty when it speaks about paths outside the reference. */
  readonly on: readonly OperationId[]
  /** What proving it leaves behind on a real tenant until the clean-up. */
  readonly leaves: 'nothing' | 'tokens' | 'clients' | 'directories' | 'sessions'
  /** Legitimate variation that raises no alarm. */
  readonly tolerates?: string
  /** Absent means core. */
  readonly tier?: 'extended'
}

/** Requirements of one area or of one subject of it; an id of another area does not compile. */
export const rules = <Code extends string, Id extends `${Code}-${number}`>(
  _code: Code,
  requirements: Readonly<Record<Id, Requirement>>,
): Readonly<Record<Id, Requirement>> => requirements

/** An area of the catalogue: its code (the prefix of its ids), its title and its requirements in order. */
export const area = <Code extends string, Id extends `${Code}-${number}`>(
  code: Code,
  title: string,
  requirements: Readonly<Record<Id, Requirement>>,
) => ({ code, title, requirements })
