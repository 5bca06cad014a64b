import { useId } from 'react'
import type { Choice } from '@callboard/shared-types/changes/plan.schemas'
import { cx } from '../ui/cx'

interface PlanChoiceProps {
  choice: Choice
  chosen: string
  /** A new plan is on its way. */
  busy: boolean
  onChoose: (value: string) => void
}

/** A question the plan leaves to the person; each answer is planned anew. */
export function PlanChoice({ choice, chosen, busy, onChoose }: PlanChoiceProps) {
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-1.5" aria-busy={busy}>
      <legend className="mb-1.5 text-sm font-semibold">{choice.question}</legend>
      {choice.options.map(({ value, label, explanation }) => (
        <label
          key={value}
          className={cx(
            'flex cursor-pointer gap-2.5 rounded-md border px-3 py-2',
            value === chosen ? 'border-accent bg-accent-weak/50' : 'border-line hover:border-line-strong',
          )}
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
            className="accent-accent mt-1 shrink-0"
            aria-describedby={`${name}-${value}`}
          />
          <span>
            {label}
            <span id={`${name}-${value}`} className="text-ink-2 block text-xs">
              {explanation}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
