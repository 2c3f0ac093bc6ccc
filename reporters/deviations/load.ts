import { readFileSync } from 'node:fs'
import { isRequirementId } from '../../specs'
import { shownPath } from '../surroundings'
import type { PlacedDeviation } from './deviation'
import { readDeviations } from './read'

/**
 * The known deviations of a file.
 * @param path of the file
 * @param isChosen whether somebody has named that file: then it has to exist
 * @throws Error with a message that names the file, and the lines and members that are wrong
 */
export const loadDeviations = (path: string, isChosen: boolean): readonly PlacedDeviation[] => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (!isChosen && (error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new Error(
      `CONFORMANCE_DEVIATIONS is "${shownPath(path)}", which cannot be read. Put the path of a file there.`,
      { cause: error },
    )
  }
  return readDeviations(text, shownPath(path), isRequirementId)
}
