const steps = [1, 2, 2.5, 5, 10]

/** Round ticks from zero to just above `top`, three to five of them. */
export function valueTicks(top: number): number[] {
  if (!(top > 0)) return [0, 1]
  const rough = top / 3.5
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = steps.find((s) => s * magnitude >= rough)! * magnitude
  const ticks = Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, index) => index * step)
  return ticks.map((tick) => Number(tick.toPrecision(12)))
}

const minute = 60_000
const day = 1_440
const timeSteps = [
  1,
  5,
  10,
  15,
  30,
  60,
  120,
  180,
  240,
  360,
  720,
  day,
  2 * day,
  7 * day,
  14 * day,
  30 * day,
  60 * day,
  90 * day,
].map((minutes) => minutes * minute)

/**
 * Round times between two instants, at most `most` of them.
 * @param offsetMs what local time is ahead of UTC, so that three-hourly ticks fall on local midnight
 */
export function timeTicks(from: number, to: number, most: number, offsetMs: number): number[] {
  const step = timeSteps.find((s) => (to - from) / s <= most) ?? timeSteps.at(-1)!
  const first = Math.ceil((from + offsetMs) / step) * step - offsetMs
  const ticks: number[] = []
  for (let at = first; at <= to; at += step) ticks.push(at)
  return ticks
}
