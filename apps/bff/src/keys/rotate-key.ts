import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import type { MadeKey } from '@callboard/shared-types/keys/keys.schemas'
import { readApiKey } from '../aws/api-keys.reader.ts'
import { fetchPlansOfKey } from '../aws/usage-plans.reader.ts'
import { keyState, type KeyDraft } from '../changes/api-key-draft.ts'
import { ApiKeySubject, newKeyId } from '../changes/api-key-subject.ts'
import { requireRole } from '../changes/guard-rails.ts'
import { createdIn } from '../changes/making.ts'
import type { StoredTask } from '../db/key-tasks.ts'
import type { Ctx } from '../lib/context.ts'
import type { KeyInput } from './key-at.ts'
import { makeValue } from './make-value.ts'
import { planNotes } from './plans-wanted.ts'
import { tryIt } from './try-it.ts'

type Input = WriteInput & KeyInput & { rotation: { overlapHours: number; deleteAfterDays: number } }

/**
 * Makes a key with the same tags and plans as another. The rest the clock does: once the new one is known to the gateways both are
 * valid for a time, then the old one is disabled, if nobody calls with it any more, and later deleted.
 * @throws as every write
 */
export async function rotateKey(ctx: Ctx, input: Input): Promise<WriteResult & { made: MadeKey | null }> {
  requireRole(ctx.person, 'operator')
  const connection = ctx.connections.get(input.connection)
  const old = await readApiKey(connection, input.keyId)
  const value = input.dryRun ? undefined : makeValue()
  const mark = value === undefined ? 'planned' : ctx.markOf(value)
  const subject = new ApiKeySubject(connection, { id: newKeyId(mark), name: old.name }, { markOf: ctx.markOf })
  const draft = () => draftRotated(ctx, input, value)
  const intent = { verb: 'keys.rotate', draft }
  if (value === undefined) return { ...(await ctx.engine.runOn(ctx.person, subject, intent, input)), made: null }
  const task = await begin(ctx, input, mark)
  const result = await ctx.engine.runOn(ctx.person, subject, intent, input).catch(async (error: unknown) => {
    // What isn't clear yet is looked for by the clock.
    if ((error as { code?: string }).code !== 'unclear') await giveUp(ctx, task)
    throw error
  })
  const keyId = createdIn(await ctx.engine.rows.of(result.change!.id)) ?? ''
  const proving: StoredTask = {
    ...task,
    otherKeyId: keyId,
    body: { ...task.body, phase: 'proving' } as StoredTask['body'],
  }
  await ctx.keyTasks.save(proving)
  const plans = (await fetchPlansOfKey(connection, old.id)).map(({ id }) => id)
  return { ...result, made: { keyId, value, tryIt: await tryIt(connection, plans) } }
}

const giveUp = (ctx: Ctx, task: StoredTask) =>
  ctx.keyTasks.save({ ...task, status: 'cancelled', outcome: 'The new key was not made' })

/** Written before the key is made: a Callboard that ends on the way finds it by its mark. */
function begin(ctx: Ctx, { connection, keyId, rotation }: Input, mark: string): Promise<StoredTask> {
  const { accountId, region } = ctx.connections.get(connection).config
  return ctx.keyTasks.add({
    accountId,
    region,
    keyId,
    otherKeyId: null,
    byName: ctx.person.name,
    createdMs: ctx.clocks.worldMs(),
    body: {
      kind: 'rotate',
      phase: 'making',
      mark,
      ...rotation,
      overlapUntilMs: null,
      oldUsed: null,
      oldMovedMs: null,
      deleteAtMs: null,
    },
  })
}

const hours = (n: number) => (n === 1 ? '1 hour' : `${n} hours`)
const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)

async function draftRotated(ctx: Ctx, input: Input, value: string | undefined): Promise<KeyDraft> {
  const { connection: name, keyId, rotation } = input
  const connection = ctx.connections.get(name)
  const [old, plans, running] = await Promise.all([
    readApiKey(connection, keyId),
    fetchPlansOfKey(connection, keyId),
    ctx.keyTasks.ofKey(connection.config, keyId),
  ])
  const state = keyState(
    old,
    plans.map(({ id }) => id),
  )
  const called = old.name || old.id
  const other = running.find(
    ({ status, body }) => status === 'open' && body.kind === 'rotate' && body.phase !== 'making',
  )
  return {
    title: `Rotate the API key ${called}`,
    act: 'Make the new key',
    state: { ...state, enabled: true, description: `In place of ${old.id}` },
    value: '$VALUE',
    ...(value !== undefined && { secrets: { $VALUE: value } }),
    reads: [],
    undo: { kind: 'compensating', notRestored: ['the new value: who has it already is refused'] },
    consequences: [
      { label: `${called} (${old.id})`, before: 'valid', after: `valid for ${hours(rotation.overlapHours)} more` },
      { label: 'Then, once nobody calls with it', before: 'valid', after: 'disabled' },
      { label: `And ${days(rotation.deleteAfterDays)} later`, before: 'disabled', after: 'deleted for good' },
    ],
    notes: planNotes(plans),
    ...(other && {
      blocked: { rule: 'rotating', reason: `${called} is being rotated already, begun by ${other.byName}`, fields: [] },
    }),
    ...(!old.enabled && {
      blocked: {
        rule: 'disabled',
        reason: 'It is disabled: nobody would notice the change. Make a new key instead',
        fields: ['enabled'],
      },
    }),
  }
}
