import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { emailTag, ownerTag, valueProblem } from '@callboard/shared-types/keys/key-rules'
import type { MadeKey, NewKey } from '@callboard/shared-types/keys/keys.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { fetchKeysByMark } from '../aws/key-values.reader.ts'
import { readUsagePlans, type SeenPlan } from '../aws/usage-plans.reader.ts'
import type { KeyDraft } from '../changes/api-key-draft.ts'
import { ApiKeySubject, newKeyId } from '../changes/api-key-subject.ts'
import { requireRole } from '../changes/guard-rails.ts'
import { createdIn } from '../changes/making.ts'
import type { Wish } from '../changes/wish.ts'
import type { Ctx } from '../lib/context.ts'
import { makeValue } from './make-value.ts'
import { planNotes, planRefusal } from './plans-wanted.ts'
import { tryIt } from './try-it.ts'

type Input = WriteInput & { connection: string; key: NewKey }

/** Makes a key. Its value is made here, sent, told once, and kept nowhere: rows have a keyed hash of it. @throws as every write */
export async function createKey(ctx: Ctx, input: Input): Promise<WriteResult & { made: MadeKey | null }> {
  requireRole(ctx.person, 'operator')
  const connection = ctx.connections.get(input.connection)
  const value = input.key.value ?? (input.dryRun ? undefined : makeValue())
  const id = newKeyId(value === undefined ? 'planned' : ctx.markOf(value))
  const subject = new ApiKeySubject(connection, { id, name: input.key.name }, { markOf: ctx.markOf })
  const draft = () => draftKey(ctx, connection, input, value)
  const result = await ctx.engine.runOn(ctx.person, subject, { verb: 'keys.create', draft }, input)
  if (!result.change || value === undefined) return { ...result, made: null }
  const keyId = createdIn(await ctx.engine.rows.of(result.change.id)) ?? ''
  return { ...result, made: { keyId, value, tryIt: await tryIt(connection, input.key.planIds) } }
}

async function draftKey(
  ctx: Ctx,
  connection: AwsConnection,
  { key, dryRun }: Input,
  value: string | undefined,
): Promise<KeyDraft> {
  const plans = await readUsagePlans(connection)
  const { name, description, owner, email, enabled, planIds } = key
  return {
    title: `Make the API key ${name}`,
    act: 'Make the key',
    state: {
      ...(name && { name }),
      ...(description && { description }),
      enabled,
      tags: { ...(owner && { [ownerTag]: owner }), ...(email && { [emailTag]: email }) },
      plans: Object.fromEntries(planIds.map((id) => [id, 'API_KEY'])),
    },
    value: '$VALUE',
    ...(!dryRun && value !== undefined && { secrets: { $VALUE: value } }),
    reads: [],
    undo: { kind: 'compensating', notRestored: ['the value: who has it is refused, and a new key has another'] },
    hits: planIds.length > 0 ? opened(plans, planIds) : [],
    warnings: warningsFor(key),
    notes: planNotes(plans),
    blocked: await refusal(ctx, connection, key, plans),
  }
}

const opened = (plans: SeenPlan[], planIds: string[]): string[] =>
  plans
    .filter(({ id }) => planIds.includes(id))
    .map(({ config }) => `opens ${Object.keys(config.apiStages).length} stages through ${config.name}`)

function warningsFor({ planIds, enabled }: NewKey): NonNullable<Wish['warnings']> {
  const alone = planIds.length === 0
  return [
    ...(alone
      ? [{ code: 'no_plan', text: 'Without a usage plan a key opens nothing: every call with it gets 403.' }]
      : []),
    ...(enabled
      ? []
      : [{ code: 'disabled', text: 'It is made disabled: every call with it gets 403 until it is enabled.' }]),
  ]
}

async function refusal(ctx: Ctx, connection: AwsConnection, key: NewKey, plans: SeenPlan[]): Promise<Wish['blocked']> {
  if (!key.name)
    return { rule: 'name', reason: 'Give it a name: who looks at the list later goes by it', fields: ['name'] }
  const problem = key.value === undefined ? null : valueProblem(key.value)
  if (problem) return { rule: 'value', reason: problem, fields: ['value'] }
  if (key.value !== undefined) {
    const marks = await fetchKeysByMark(connection, ctx.markOf, 'write')
    if (marks.has(ctx.markOf(key.value)))
      return {
        rule: 'value_taken',
        reason: 'This value is taken: another key of this account and region has it',
        fields: ['value'],
      }
  }
  return planRefusal(plans, key.planIds)
}
