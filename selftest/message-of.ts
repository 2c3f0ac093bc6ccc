/** What an act throws, in words; that nothing was thrown where nothing was. */
export const messageOf = (act: () => void): string => {
  try {
    act()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'nothing was thrown'
}
