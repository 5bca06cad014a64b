const dayMs = 86_400_000

/** A day in UTC, as AWS names it: `2026-01-15`. */
export const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10)

export const dayStartMs = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** So many days in UTC, the last being the one that an instant is in. */
export function daysUntil(atMs: number, count: number): string[] {
  const today = Math.floor(atMs / dayMs) * dayMs
  return Array.from({ length: count }, (_, n) => dayOf(today - (count - 1 - n) * dayMs))
}
