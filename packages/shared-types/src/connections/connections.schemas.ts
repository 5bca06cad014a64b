import { z } from 'zod'
import { ConnectionName } from '../lib/stage-ref.ts'

export const Connection = z.object({
  name: ConnectionName,
  accountId: z.string(),
  region: z.string(),
  /** With `{apiId}`, `{region}` and `{stage}`. */
  invokeUrlTemplate: z.string(),
  /** True where AWS is the embedded emulator. */
  demo: z.boolean(),
})
export type Connection = z.infer<typeof Connection>
