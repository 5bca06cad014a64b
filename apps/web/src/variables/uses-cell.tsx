import { shortFunction } from '@callboard/shared-types/variables/fill-template'
import type { StageVariables, VariableUse } from '@callboard/shared-types/variables/variables.schemas'
import { noData, plural } from '../lib/format'

const kinds: Record<VariableUse['kind'], string> = {
  integration: 'integration',
  template: 'mapping template',
  authorizer: 'authorizer',
  gateway_response: 'gateway response',
}

/** Of a Lambda integration's URI the function is what tells. */
const shortUri = (text: string): string => shortFunction(text.replace(/\/invocations$/, ''))

/** Where the deployed definition names the variable: how often, and on demand where and how. */
export function UsesCell({ name, view: { uses, usesUnknown } }: { name: string; view: StageVariables }) {
  if (!uses)
    return (
      <span className="text-ink-3 block pt-1.5 text-xs" title={usesUnknown ?? undefined}>
        {noData}
      </span>
    )
  const places = Object.hasOwn(uses.byName, name) ? uses.byName[name]! : []
  if (places.length === 0) return <span className="text-ink-3 block pt-1.5 text-xs">nowhere</span>
  return (
    <details className="pt-1.5 text-xs">
      <summary className="text-ink-2 hover:text-ink cursor-pointer whitespace-nowrap">
        {plural(places.length, 'place')}
        <span className="sr-only"> using {name}</span>
      </summary>
      <ul className="mt-1 flex min-w-52 flex-col gap-1.5">
        {[...Map.groupBy(places, ({ kind, text }) => `${kind} ${text}`).values()].map((same, index) => (
          <li key={index}>
            <span className="text-ink-3">{kinds[same[0]!.kind]}</span>{' '}
            <span className="text-ink-2 font-mono wrap-anywhere">{shortUri(same[0]!.text)}</span>
            {same.map(({ where }) => (
              <span key={where} className="block font-mono wrap-anywhere">
                {where}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
