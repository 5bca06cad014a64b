export interface Tally {
  passed: number
  failed: number
  /** one sentence or name per thing skipped */
  skipped: string[]
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.flatMap(({ skipped }) => skipped),
})

/** The last line of a run, alone on its line. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
  return `${passed} passed, ${failed} failed${skips}`
}
