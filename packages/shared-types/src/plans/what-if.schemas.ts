import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { KeyId } from './plans.schemas.ts'

/** What would have become of a key's calls. */
export const WhatIfKey = z.object({
  keyId: KeyId,
  name: z.string(),
  calls: z.number().int(),
  /** 429 Too Many Requests, and 429 Limit Exceeded. */
  throttled: z.number().int(),
  overQuota: z.number().int(),
  firstRefusedAt: Instant.nullable(),
  lastRefusedAt: Instant.nullable(),
})
export type WhatIfKey = z.infer<typeof WhatIfKey>

export const WhatIf = z.object({
  /** Why it can't be told, in words, or null. */
  unknown: z.string().nullable(),
  /** What of the log was read: less than was asked for where there were too many lines. */
  from: Instant,
  to: Instant,
  complete: z.boolean(),
  calls: z.number().int(),
  refused: z.number().int(),
  /** Refused calls by hour from `from` on. */
  byHour: z.array(z.number().int()),
  /** Those that would have been refused first, by how often. */
  keys: z.array(WhatIfKey),
  asOf: Instant,
})
export type WhatIf = z.infer<typeof WhatIf>

/** The hours that can be looked back on. */
export const whatIfHours = [6, 24, 72] as const
