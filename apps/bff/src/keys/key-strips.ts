import { stripDays, type KeyStrip } from '@callboard/shared-types/keys/keys.schemas'
import { readMembers } from '../aws/plan-members.reader.ts'
import { readUsage } from '../aws/usage.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { orUnknown } from '../lib/errors.ts'

/** What some keys used, all their plans together; a plan is asked for all its keys at once, for everyone. */
export async function keyStrips(
  ctx: Ctx,
  { connection: name, keyIds }: { connection: string; keyIds: string[] },
): Promise<{ items: KeyStrip[] }> {
  const connection = ctx.connections.get(name)
  const nowMs = ctx.clocks.worldMs()
  const members = await readMembers(connection, new Promise(() => {}))
  const asked = [...new Set(keyIds)]
  const planIds = [...new Set(asked.flatMap((id) => members.plansOf(id)))]
  const plans = new Map(
    await Promise.all(
      planIds.map(async (id) => {
        // One plan that AWS doesn't tell of leaves its keys without a strip, not all others.
        const usage = await orUnknown(readUsage(connection, id, stripDays, nowMs))
        return [id, usage] as const
      }),
    ),
  )
  return {
    items: asked.map((keyId) => {
      const usages = members.plansOf(keyId).map((id) => plans.get(id) ?? null)
      const unknown = usages.includes(null)
      const used = Array.from({ length: stripDays }, (_, day) =>
        unknown ? null : usages.reduce((sum, usage) => sum + (usage!.keys.get(keyId)?.[day]?.used ?? 0), 0),
      )
      return { keyId, used }
    }),
  }
}
