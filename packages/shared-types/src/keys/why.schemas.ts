import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'

/** What a request passes on its way, in the gateway's order. */
export const whyLinks = [
  'stage',
  'route',
  'key_required',
  'known',
  'enabled',
  'in_plan',
  'plan_has_stage',
  'plan_throttle',
  'quota',
  'stage_throttle',
] as const
export const WhyLinkId = z.enum(whyLinks)
export type WhyLinkId = z.infer<typeof WhyLinkId>

/** What mends a broken link: the act, and what it is done to. */
export const Mend = z.object({
  act: z.enum(['enable', 'add_to_plan', 'add_stage', 'edit_limits', 'extend_quota', 'deploy', 'edit_stage']),
  keyId: z.string().nullable(),
  planId: z.string().nullable(),
})
export type Mend = z.infer<typeof Mend>

export const WhyLink = z.object({
  id: WhyLinkId,
  state: z.enum(['ok', 'broken', 'unknown', 'not_asked']),
  /** One sentence: what was found. */
  text: z.string(),
  mend: Mend.nullable(),
})
export type WhyLink = z.infer<typeof WhyLink>

/** Which answer the gateway gives, and why. */
export const WhyView = z.object({
  answer: z.object({
    /** 403, 429, or 200 for a request that reaches the backend. */
    status: z.number().int(),
    /** The body's message, such as `Forbidden`; empty where the request passes. */
    message: z.string(),
  }),
  /** The first broken link, which is what the gateway's answer comes from; null where the request passes. */
  because: WhyLinkId.nullable(),
  links: z.array(WhyLink),
  /** What else there is to know, such as a change that may not have come to the gateway yet. */
  notes: z.array(z.string()),
  asOf: Instant,
})
export type WhyView = z.infer<typeof WhyView>
