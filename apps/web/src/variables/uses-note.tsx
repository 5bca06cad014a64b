import type { StageVariables } from '@callboard/shared-types/variables/variables.schemas'
import { plural } from '../lib/format'

/** What "used by" knows, and what it can't. */
export function UsesNote({ view: { uses, usesUnknown, canary, unusedNames } }: { view: StageVariables }) {
  const said = [
    ...(usesUnknown ? [`Where they are used isn’t known: ${usesUnknown}`] : []),
    ...(uses ? ['Uses are those of the definition that the stage runs.'] : []),
    ...(uses && canary?.ownDeployment
      ? ['The canary runs a deployment of its own; AWS doesn’t give its definition, so its uses aren’t among them.']
      : []),
    ...(uses && uses.proxied > 0 && unusedNames.length > 0
      ? [
          `${plural(uses.proxied, 'route')} hand all variables to their function, which may use any: “not named” is not “not needed”.`,
        ]
      : []),
  ]
  if (said.length === 0) return null
  return <p className="text-ink-3 border-line-soft border-t px-3.5 py-2 text-xs">{said.join(' ')}</p>
}
