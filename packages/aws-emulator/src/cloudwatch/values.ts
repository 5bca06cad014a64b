/** The values of one period, of which there is at least one, as the statistics look at them. */
export type Values = {
  readonly count: number
  readonly sum: number
  /** The value at a rank in ascending order, the first being 1. */
  atRank(rank: number): number
  /** All in ascending order, each with how often it is there. */
  ascending(): Iterable<[value: number, times: number]>
}
