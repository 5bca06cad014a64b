import type { Consequence, Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { fillTemplate, shortFunction } from '@callboard/shared-types/variables/fill-template'
import type { PickedFunction, VariableUses } from '@callboard/shared-types/variables/variables.schemas'
import { listNames } from '../lib/list-names.ts'

type Variables = Record<string, string>

/** Which functions answer then that don't now. @param whose whose calls, where not everyone's */
export const functionConsequences = (
  functions: PickedFunction[],
  before: Variables | undefined = {},
  after: Variables | undefined = {},
  whose?: 'canary',
): Consequence[] =>
  functions.flatMap(({ template, routes: all, authorizers }) => {
    const usedBy = [...all, ...authorizers.map((name) => `authorizer ${name}`)]
    const [from, to] = [fillTemplate(template, before), fillTemplate(template, after)]
    if (from === to) return []
    const routes = usedBy.length === 1 ? usedBy[0]! : `${usedBy.length} routes`
    return [
      {
        label: `Function behind ${routes}${whose ? ` (${whose})` : ''}`,
        before: shortFunction(from),
        after: shortFunction(to),
      },
    ]
  })

/** API Gateway may call a function, or an alias of it, only where that function's own policy says so. */
export function permissionWarnings({ functions }: VariableUses, before: StageConfig, after: StageConfig): Warning[] {
  const targets = (config: StageConfig) => {
    const overrides = config.canarySettings?.stageVariableOverrides
    const all = [config.variables ?? {}, ...(overrides ? [{ ...config.variables, ...overrides }] : [])]
    return functions.flatMap(({ template }) => all.map((variables) => shortFunction(fillTemplate(template, variables))))
  }
  const known = new Set(targets(before))
  const fresh = [...new Set(targets(after))].filter((target) => !known.has(target) && !target.includes('${'))
  if (fresh.length === 0) return []
  const names = listNames(fresh)
  const text = `API Gateway must be allowed to call ${names}, or its callers get 500. The Variables tab has the command for it.`
  return [{ code: 'permission', text }]
}
