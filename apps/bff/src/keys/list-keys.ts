import { setTimeout as sleep } from 'node:timers/promises'
import type { KeyList, KeyRow } from '@callboard/shared-types/keys/keys.schemas'
import { emailTag, ownerTag } from '@callboard/shared-types/keys/key-rules'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { readApiKeys, type SeenKey } from '../aws/api-keys.reader.ts'
import { readMembers } from '../aws/plan-members.reader.ts'
import type { Ctx } from '../lib/context.ts'

/** A page isn't held up for longer by plans whose keys aren't read yet. */
const patienceMs = 1_500

/** Every key, with the plans it is in as far as they have been read; asking again goes on where this stopped. */
export async function listKeys(ctx: Ctx, { connection: name }: { connection: string }): Promise<KeyList> {
  const connection = ctx.connections.get(name)
  const [keys, members] = await Promise.all([readApiKeys(connection), readMembers(connection, sleepFor(patienceMs))])
  return {
    items: keys.map((key) => keyRow(key, members.plansOf(key.id))),
    plans: members.plans.map(({ id, config }) => ({ id, name: config.name })),
    plansPending: members.pending,
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

export const keyRow = (key: SeenKey, planIds: string[]): KeyRow => ({
  id: key.id,
  name: key.name,
  enabled: key.enabled,
  owner: key.tags[ownerTag] ?? null,
  email: key.tags[emailTag] ?? null,
  planIds,
  createdAt: toInstant(key.createdMs),
  updatedAt: toInstant(key.updatedMs),
})

const sleepFor = (ms: number) => sleep(ms, undefined, { ref: false })
