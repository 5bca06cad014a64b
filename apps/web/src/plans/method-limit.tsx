import type { Throttle } from '@callboard/shared-types/plans/plan-rules'
import { burstProblem, rateProblem } from '@callboard/shared-types/plans/plan-rules'
import { Button } from '../ui/button'
import { NumberField } from '../ui/number-field'

interface MethodLimitProps {
  /** Such as `GET /pets`. */
  name: string
  /** Null goes by the plan's own. */
  value: Throttle | null
  fallback: Throttle | null
  edited: boolean
  onChange: (value: Throttle | null) => void
}

const some = { rateLimit: 10, burstLimit: 20 }

/** A method's own limit in a plan, or the way to give it one. */
export function MethodLimit({ name, value, fallback, edited, onChange }: MethodLimitProps) {
  if (!value)
    return (
      <Button
        size="small"
        look="quiet"
        onClick={() => onChange(fallback ?? some)}
        aria-label={`Limit ${name} by itself`}
      >
        Limit by itself
      </Button>
    )
  return (
    <span className="flex items-start gap-1.5">
      <NumberField
        label={`Calls a second of ${name}`}
        quietLabel
        value={value.rateLimit}
        edited={edited}
        onChange={(rateLimit) => onChange({ ...value, rateLimit: rateLimit ?? 0 })}
        error={rateProblem(value.rateLimit)}
        className="w-20!"
      />
      <NumberField
        label={`Burst of ${name}`}
        quietLabel
        value={value.burstLimit}
        edited={edited}
        onChange={(burstLimit) => onChange({ ...value, burstLimit: burstLimit ?? 0 })}
        error={burstProblem(value.burstLimit)}
        className="w-20!"
      />
      <Button
        size="small"
        look="quiet"
        onClick={() => onChange(null)}
        aria-label={`Give ${name} back to the plan’s limit`}
      >
        Remove
      </Button>
    </span>
  )
}
