/** As `Instant` of the schemas spells it: ISO-8601 UTC with milliseconds. */
export type Instant = string

/** @param ms epoch milliseconds */
export const toInstant = (ms: number): Instant => new Date(ms).toISOString()

/** @returns epoch milliseconds */
export const fromInstant = (instant: Instant): number => Date.parse(instant)
