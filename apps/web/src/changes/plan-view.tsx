import type { Plan } from '@callboard/shared-types/changes/plan.schemas'
import { plural } from '../lib/format'
import { Command } from '../ui/command'
import { DiffTable } from '../ui/diff-table'
import { Note } from '../ui/note'
import type { Moved } from './moved'
import { PlanChoice } from './plan-choice'

/** A consequence comes or goes, where a field is set or isn't. */
const gone: [string, string] = ['not there', 'gone']

interface PlanViewProps {
  plan: Plan
  moved: Moved[]
  rechecking: boolean
  /** The answers given since, by input. */
  choices: Record<string, string>
  onChoose: (input: string, value: string) => void
}

/** Leaves of overrides that come or go and alter nothing: there to be looked at, not in the way. */
const SameInForce = ({ changes }: { changes: Plan['changes'] }) => (
  <details className="text-xs">
    <summary className="text-ink-2 cursor-pointer">
      {plural(changes.length, 'setting')} written out or taken out of overrides, the same in force as before
    </summary>
    <ul className="text-ink-2 mt-1 flex flex-col gap-0.5 pl-3.5">
      {changes.map(({ field, label, before, after }) => (
        <li key={field} className="wrap-anywhere">
          {label}: <span className="font-mono">{after ?? before}</span>
        </li>
      ))}
    </ul>
  </details>
)

/** A plan, to be read from top to bottom before the click. */
export function PlanView({ plan, moved, rechecking, choices, onChoose }: PlanViewProps) {
  const same = plan.changes.filter((change) => change.sameInForce && !moved.some(({ field }) => field === change.field))
  const rows = [
    ...plan.changes
      .filter((change) => !same.includes(change))
      .map((change) => ({ ...change, moved: moved.some(({ field }) => field === change.field) })),
    ...plan.consequences.map((consequence) => ({ ...consequence, absent: gone })),
  ]
  return (
    <>
      {plan.blocked && (
        <Note look="bad">
          <p className="font-semibold">This can’t be done as it stands</p>
          <p className="text-ink">{plan.blocked.reason}</p>
          {plan.blocked.fields.length > 0 && (
            <p className="text-ink-2 mt-1 font-mono text-xs">{plan.blocked.fields.join(', ')}</p>
          )}
        </Note>
      )}
      {plan.choices.map((choice) => (
        <PlanChoice
          key={choice.input}
          choice={choice}
          chosen={choices[choice.input] ?? choice.chosen}
          busy={rechecking}
          onChoose={(value) => onChoose(choice.input, value)}
        />
      ))}
      {rows.length > 0 ? (
        <DiffTable caption="What changes" rows={rows} />
      ) : (
        !plan.blocked && <Note>Nothing would change: it is as wanted already.</Note>
      )}
      {same.length > 0 && <SameInForce changes={same} />}
      {plan.unchanged.length > 0 && <p className="text-ink-3 text-xs">Stays as it is: {plan.unchanged.join(', ')}.</p>}
      {plan.hits.length > 0 && (
        <Note>
          <b className="text-ink">It hits</b> {plan.hits.join(' · ')}
        </Note>
      )}
      {plan.warnings.map(({ code, text }) => (
        <Note key={code + text} look="warn">
          {text}
        </Note>
      ))}
      {plan.commands.length > 0 && (
        <section aria-label="The same as commands" className="flex flex-col gap-1">
          <h3 className="text-ink-2 text-xs">
            {plan.commands.length === 1 ? 'Same as this command' : 'Same as these commands'}
          </h3>
          {plan.commands.map((command) => (
            <Command key={command} text={command} />
          ))}
        </section>
      )}
    </>
  )
}
