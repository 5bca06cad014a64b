import type { WriteInput, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { quotaWindow } from '@callboard/shared-types/plans/plan-rules'
import { periodName } from '@callboard/shared-types/plans/plan-words'
import { readApiKey } from '../aws/api-keys.reader.ts'
import { fetchUsageOf } from '../aws/usage.reader.ts'
import { accountOperation } from '../changes/operations.ts'
import type { PlanDraft, PlanPresent } from '../changes/usage-plan-draft.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import { planAt } from './save-plan.ts'

type Input = WriteInput & { connection: string; planId: string; keyId: string; remaining: number }

const whole = new Intl.NumberFormat('en')

/** Sets what is left of a key's quota until its period ends. It wants a reason. @throws as every write */
export function extendQuota(ctx: Ctx, input: Input): Promise<WriteResult> {
  const intent = { verb: 'plans.extend', draft: (present: PlanPresent) => draftExtended(ctx, input, present) }
  return ctx.engine.runOn(ctx.person, planAt(ctx, input), intent, input)
}

async function draftExtended(ctx: Ctx, input: Input, { connection, plan, state }: PlanPresent): Promise<PlanDraft> {
  const { keyId, planId, remaining, dryRun, reason } = input
  const nowMs = ctx.clocks.worldMs()
  const [key, usage] = await Promise.all([
    readApiKey(connection, keyId),
    fetchUsageOf(connection, plan!.id, keyId, { days: 1, nowMs }, 'write'),
  ])
  const { quota } = state
  const left = usage?.at(-1)?.remaining ?? quota?.limit ?? 0
  const name = key.name || key.id
  if (!dryRun && !reason)
    throw new AppError('guard_rail', 'Say why: an extension wants a reason', { rule: 'reason', fields: ['reason'] })
  const until = quota && toInstant(quotaWindow(quota, nowMs).toMs)
  return {
    title: `Give ${name} ${whole.format(remaining)} more calls of ${state.name}`,
    act: remaining >= left ? 'Extend the quota' : 'Cut the quota',
    state,
    sends: [
      accountOperation('UpdateUsage', {
        usagePlanId: planId,
        keyId,
        patchOperations: [{ op: 'replace', path: '/remaining', value: String(remaining) }],
      }),
    ],
    reads: ['quota'],
    undo: { kind: 'none', why: 'what is left moves with each call; set it anew instead' },
    consequences: [
      { label: `Left of the quota of ${name}`, before: whole.format(left), after: whole.format(remaining) },
    ],
    hits: until
      ? [`until ${until.slice(0, 16).replace('T', ' ')} UTC, when the ${periodName(quota.period)}’s quota begins anew`]
      : [],
    ...(!quota && { blocked: { rule: 'no_quota', reason: `${state.name} has no quota`, fields: ['quota'] } }),
  }
}
