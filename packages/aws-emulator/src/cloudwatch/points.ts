/** Datapoints as two columns of the same length, oldest first; `at` is the beginning of each period (world ms). */
export type Points = { at: number[]; values: number[] }

export const noPoints = (): Points => ({ at: [], values: [] })

/** The points that have a number, each made from one there was; what isn't finite is left out. */
export function mapPoints({ at, values }: Points, map: (value: number, at: number, index: number) => number): Points {
  const points = noPoints()
  for (let index = 0; index < at.length; index++) {
    const value = map(values[index]!, at[index]!, index)
    if (!Number.isFinite(value)) continue
    points.at.push(at[index]!)
    points.values.push(value)
  }
  return points
}

/** What two columns of points make together, at the instants that both have. */
export function joinPoints(left: Points, right: Points, join: (left: number, right: number) => number): Points {
  const points = noPoints()
  let other = 0
  for (let index = 0; index < left.at.length; index++) {
    const at = left.at[index]!
    while (other < right.at.length && right.at[other]! < at) other++
    if (right.at[other] !== at) continue
    points.at.push(at)
    points.values.push(join(left.values[index]!, right.values[other]!))
  }
  return points
}
