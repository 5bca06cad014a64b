const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** The finest period kept for data of an age: a minute for 15 days, 5 minutes for 63, then an hour (documented). */
function finestPeriodMs(ageMs: number): number {
  if (ageMs < 15 * dayMs) return minuteMs
  return ageMs < 63 * dayMs ? 5 * minuteMs : hourMs
}

/** StartTime is rounded down by its age (documented). */
export function roundedStart(start: number, now: number): number {
  return start - (start % finestPeriodMs(now - start))
}

/** A period that isn't a multiple of what is kept finds no data (documented). */
export function periodHasData(periodMs: number, start: number, now: number): boolean {
  return periodMs % finestPeriodMs(now - start) === 0
}
