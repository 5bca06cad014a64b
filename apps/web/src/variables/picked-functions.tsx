import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { fillTemplate, shortFunction } from '@callboard/shared-types/variables/fill-template'
import type { PickedFunction, StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { api } from '../lib/api'
import { plural } from '../lib/format'
import { Command } from '../ui/command'
import { Panel } from '../ui/panel'
import { addPermission } from './add-permission'
import { cellOf, namesOf, type VariableDraft } from './variable-edits'

interface PickedFunctionsProps {
  address: StageAddress
  view: StageVariables
  draft: VariableDraft
}

/** Functions that a variable picks, and what allows API Gateway to call each: with the values as they are typed. */
export function PickedFunctions({ address, view, draft }: PickedFunctionsProps) {
  const stage = useQuery(api.stages.get.queryOptions({ input: address }))
  const functions = view.uses?.functions ?? []
  if (functions.length === 0 || !stage.data) return null
  const { ref } = stage.data
  const wanted = wantedVariables(view, draft)
  return (
    <Panel
      title="Functions picked by a variable"
      note="a function, or an alias of it, must allow API Gateway to call it, or callers get 500"
    >
      <ul className="flex flex-col gap-2">
        {functions.flatMap((picked) => {
          const byArn = new Map(
            wanted.map((variables) => [
              fillTemplate(picked.template, variables),
              addPermission(picked, variables, ref),
            ]),
          )
          return [...byArn].map(([arn, command]) => (
            <li key={arn}>
              <Picked picked={picked} arn={arn} command={command} />
            </li>
          ))
        })}
      </ul>
      <p className="text-ink-3 mt-2 text-xs">
        Run the command once for each; where Lambda answers that the statement exists already, it is allowed. Callboard
        doesn’t ask Lambda.
      </p>
    </Panel>
  )
}

interface PickedProps {
  picked: PickedFunction
  /** With the variables filled in. */
  arn: string
  command: string | undefined
}

function Picked({ picked: { template, routes, authorizers }, arn, command }: PickedProps) {
  const callers = [
    ...(routes.length > 0 ? [plural(routes.length, 'route')] : []),
    ...authorizers.map((name) => `authorizer ${name}`),
  ]
  return (
    <details className="flex flex-col gap-1">
      <summary className="cursor-pointer py-0.5 text-sm">
        Permission for <b className="font-mono text-xs">{shortFunction(arn)}</b>{' '}
        <span className="text-ink-2 text-xs">
          called by {callers.join(', ')} as <span className="font-mono wrap-anywhere">{shortFunction(template)}</span>
        </span>
      </summary>
      {command ? (
        <Command text={command} />
      ) : (
        <p className="text-warn text-xs">A variable in it has no value, so nothing can be called.</p>
      )}
    </details>
  )
}

/** As they will be for the base's calls and, where there is a canary, for its calls. */
function wantedVariables(view: StageVariables, draft: VariableDraft): Record<string, string>[] {
  const of = (part: 'base' | 'overrides') =>
    Object.fromEntries(
      namesOf(view, draft).flatMap((name) => {
        const { value } = cellOf(view, draft, part, name)
        return value === null ? [] : [[name, value]]
      }),
    )
  const base = { ...of('base'), ...Object.fromEntries(draft.added.map(({ name, value }) => [name, value])) }
  return view.canary ? [base, { ...base, ...of('overrides') }] : [base]
}
