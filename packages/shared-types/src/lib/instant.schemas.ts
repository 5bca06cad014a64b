import { z } from 'zod'

/** An instant on our wire: ISO-8601 UTC with milliseconds, in world time unless the field says process time. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>
