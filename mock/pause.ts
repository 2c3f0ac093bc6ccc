/** Waits. Nothing else in the tenant does. */
export const pause = (milliseconds: number): Promise<void> =>
  milliseconds > 0 ? new Promise(resolve => setTimeout(resolve, milliseconds)) : Promise.resolve()
