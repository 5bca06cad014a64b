import {
  burstProblem,
  largestOffset,
  offsetProblem,
  quotaLimitProblem,
  quotaPeriods,
  rateProblem,
} from '@callboard/shared-types/plans/plan-rules'
import { limitsInWords, quotaBegins } from '@callboard/shared-types/plans/plan-words'
import type { PlanRow } from '@callboard/shared-types/plans/plans.schemas'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { TextField } from '../ui/text-field'
import { editPlan, type PlanEdits } from './plan-edits'

interface LimitsFormProps {
  plan: PlanRow
  edits: PlanEdits
  onEdits: (edits: PlanEdits) => void
}

const someThrottle = { rateLimit: 10, burstLimit: 20 }
const someQuota = { limit: 10_000, period: 'DAY' as const, offset: 0 }
const periodLabels = { DAY: 'a day', WEEK: 'a week', MONTH: 'a month' }

/** A plan's name and limits, with what they say in plain words. */
export function LimitsForm({ plan, edits, onEdits }: LimitsFormProps) {
  const throttle = edits.throttle === undefined ? plan.throttle : edits.throttle
  const quota = edits.quota === undefined ? plan.quota : edits.quota
  const set = <F extends 'name' | 'description' | 'throttle' | 'quota'>(field: F, value: PlanEdits[F]) =>
    onEdits(editPlan(edits, plan, field, value))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        <TextField
          label="Name"
          value={edits.name ?? plan.name}
          onChange={(event) => set('name', event.target.value)}
          maxLength={1024}
          autoComplete="off"
          className="w-52"
        />
        <TextField
          label="Description"
          value={edits.description ?? plan.description}
          onChange={(event) => set('description', event.target.value)}
          maxLength={2000}
          autoComplete="off"
          className="w-80"
        />
      </div>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        <Switch
          label="Rate"
          checked={throttle !== null}
          onChange={(on) => set('throttle', on ? (plan.throttle ?? someThrottle) : null)}
          words={['limited', 'not limited']}
        />
        {throttle && (
          <>
            <NumberField
              label="Calls a second"
              value={throttle.rateLimit}
              edited={edits.throttle !== undefined && throttle.rateLimit !== plan.throttle?.rateLimit}
              onChange={(rateLimit) => set('throttle', { ...throttle, rateLimit: rateLimit ?? 0 })}
              error={rateProblem(throttle.rateLimit)}
            />
            <NumberField
              label="Burst"
              value={throttle.burstLimit}
              edited={edits.throttle !== undefined && throttle.burstLimit !== plan.throttle?.burstLimit}
              onChange={(burstLimit) => set('throttle', { ...throttle, burstLimit: burstLimit ?? 0 })}
              error={burstProblem(throttle.burstLimit)}
            />
          </>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        <Switch
          label="Quota"
          checked={quota !== null}
          onChange={(on) => set('quota', on ? (plan.quota ?? someQuota) : null)}
          words={['limited', 'not limited']}
        />
        {quota && (
          <>
            <NumberField
              label="Calls"
              value={quota.limit}
              step={100}
              edited={edits.quota !== undefined && quota.limit !== plan.quota?.limit}
              onChange={(limit) => set('quota', { ...quota, limit: limit ?? 0 })}
              error={quotaLimitProblem(quota.limit)}
              className="w-32!"
            />
            <Select
              label="in"
              value={quota.period}
              options={quotaPeriods.map((value) => ({ value, label: periodLabels[value] }))}
              onChoose={(period) =>
                set('quota', { ...quota, period, offset: Math.min(quota.offset, largestOffset[period]) })
              }
              edited={edits.quota !== undefined && quota.period !== plan.quota?.period}
              className="w-28"
            />
            {quota.period !== 'DAY' && (
              <NumberField
                label="Begins on day"
                hint={offsetProblem(quota.period, quota.offset) ? undefined : `anew ${quotaBegins(quota)}`}
                value={quota.offset}
                edited={edits.quota !== undefined && quota.offset !== plan.quota?.offset}
                onChange={(offset) => set('quota', { ...quota, offset: offset ?? 0 })}
                error={offsetProblem(quota.period, quota.offset)}
              />
            )}
          </>
        )}
      </div>
      <p className="text-ink-2 text-sm">
        In words: <b className="text-ink">{limitsInWords({ throttle, quota })}</b>, each key by itself. AWS counts best
        effort, not exactly.
      </p>
    </div>
  )
}
