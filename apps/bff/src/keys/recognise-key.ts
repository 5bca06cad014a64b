import { readApiKeys } from '../aws/api-keys.reader.ts'
import { readKeysByMark } from '../aws/key-values.reader.ts'
import { requireRole } from '../changes/guard-rails.ts'
import type { Ctx } from '../lib/context.ts'

/** Which key a value is; null where it's none of this account and region. @throws forbidden */
export async function recogniseKey(ctx: Ctx, input: { connection: string; value: string }) {
  requireRole(ctx.person, 'operator')
  const connection = ctx.connections.get(input.connection)
  const [marks, keys] = await Promise.all([readKeysByMark(connection, ctx.markOf), readApiKeys(connection)])
  const found = marks.get(ctx.markOf(input.value))
  if (!found) return { key: null }
  const { id } = found
  return { key: { id, name: keys.find((key) => key.id === id)?.name ?? '' } }
}
