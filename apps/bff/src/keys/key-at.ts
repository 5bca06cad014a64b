import { ApiKeySubject } from '../changes/api-key-subject.ts'
import type { Ctx } from '../lib/context.ts'

export interface KeyInput {
  connection: string
  keyId: string
}

/** @throws not_found where there's no such connection */
export const keyAt = (ctx: Pick<Ctx, 'connections' | 'markOf'>, { connection, keyId }: KeyInput): ApiKeySubject =>
  new ApiKeySubject(ctx.connections.get(connection), { id: keyId, name: keyId }, { markOf: ctx.markOf })
