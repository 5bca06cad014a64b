import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { ConnectionName } from '../lib/stage-ref.ts'

export const Connection = z.object({
  name: ConnectionName,
  accountId: z.string(),
  region: z.string(),
  /** With `{apiId}`, `{region}` and `{stage}`. */
  invokeUrlTemplate: z.string(),
  /** Such as `#2f6bd8`; null takes one of the console's own. */
  colour: z.string().nullable(),
  /** True where AWS is the embedded emulator. */
  demo: z.boolean(),
  /** IAM actions that AWS refused lately, such as `apigateway:PATCH`: what needs them is shown as not allowed. */
  deniedActions: z.array(z.string()),
})
export type Connection = z.infer<typeof Connection>

/** Whether AWS answers, and what it says of the account. */
export const ConnectionStatus = z.object({
  state: z.enum(['reachable', 'throttled', 'denied', 'no_credentials', 'unreachable', 'refused']),
  /** AWS's sentence, word for word, where it didn't answer as wanted. */
  sentence: z.string().nullable(),
  /** The role by which API Gateway may write logs; null where none is set or AWS didn't tell. */
  logRoleArn: z.string().nullable(),
  /** Of the whole account, in requests a second. */
  throttle: z.object({ rateLimit: z.number(), burstLimit: z.number() }).nullable(),
  budget: z.object({
    /** Calls started in the last `windowSeconds`, and how many may. */
    used: z.number().int(),
    allowed: z.number().int(),
    windowSeconds: z.number(),
    /** Calls that wait for their turn. */
    waiting: z.number().int(),
  }),
  asOf: Instant,
})
export type ConnectionStatus = z.infer<typeof ConnectionStatus>
