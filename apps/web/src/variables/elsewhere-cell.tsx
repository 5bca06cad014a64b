import type { StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { environmentOf } from '../lib/environment'
import { StageChip } from '../ui/chip'
import { cx } from '../ui/cx'

interface ElsewhereCellProps {
  name: string
  /** Here, as it will be. */
  value: string | null
  view: StageVariables
}

/** What the API's other stages have: a value once, with the stages that have it. */
export function ElsewhereCell({ name, value, view: { otherStages } }: ElsewhereCellProps) {
  const byValue = Map.groupBy(otherStages, ({ variables }) =>
    Object.hasOwn(variables, name) ? variables[name]! : null,
  )
  return (
    <ul className="flex flex-col gap-1 pt-1.5 text-xs">
      {[...byValue].map(([other, stages]) => (
        <li key={other ?? ''} className="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5">
          <span
            className={cx(
              'wrap-anywhere',
              other === null ? 'text-ink-3' : 'font-mono',
              other === value ? 'text-ink-3' : 'text-ink',
            )}
          >
            {other ?? 'not set'}
          </span>
          {stages.map(({ stage, production }) => (
            <StageChip key={stage} stage={stage} environment={environmentOf(stage, production)} />
          ))}
        </li>
      ))}
    </ul>
  )
}
