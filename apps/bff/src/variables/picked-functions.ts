import type { Consequence, Warning } from '@callboard/shared-types/changes/plan.schemas'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import type { PickedFunction, VariableUses } from '@callboard/shared-types/variables/variables.schemas'

type Variables = Record<string, string>

/** The template with the variables filled in; one that isn't set stays as it's written. */
const filled = (template: string, variables: Variables): string =>
  template.replaceAll(/\$\{stageVariables\.([A-Za-z0-9_]+)\}/g, (text, name: string) => variables[name] ?? text)

/** `orders-api:live` of an ARN: what a person calls it. */
const shortName = (arn: string): string => /:function:(.+)$/.exec(arn)?.[1] ?? arn

/** Which functions answer then that don't now. @param whose whose calls, where not everyone's */
export const functionConsequences = (
  functions: PickedFunction[],
  before: Variables | undefined = {},
  after: Variables | undefined = {},
  whose?: 'canary',
): Consequence[] =>
  functions.flatMap(({ template, usedBy }) => {
    const [from, to] = [filled(template, before), filled(template, after)]
    if (from === to) return []
    const routes = usedBy.length === 1 ? usedBy[0]! : `${usedBy.length} routes`
    return [
      {
        label: `Function behind ${routes}${whose ? ` (${whose})` : ''}`,
        before: shortName(from),
        after: shortName(to),
      },
    ]
  })

/** API Gateway may call a function, or an alias of it, only where that function's own policy says so. */
export function permissionWarnings({ functions }: VariableUses, before: StageConfig, after: StageConfig): Warning[] {
  const targets = (config: StageConfig) => {
    const overrides = config.canarySettings?.stageVariableOverrides
    const all = [config.variables ?? {}, ...(overrides ? [{ ...config.variables, ...overrides }] : [])]
    return functions.flatMap(({ template }) => all.map((variables) => shortName(filled(template, variables))))
  }
  const known = new Set(targets(before))
  const fresh = [...new Set(targets(after))].filter((target) => !known.has(target) && !target.includes('${'))
  if (fresh.length === 0) return []
  const names = new Intl.ListFormat('en').format(fresh)
  const text = `API Gateway must be allowed to call ${names}, or its callers get 500. The Variables tab has the command for it.`
  return [{ code: 'permission', text }]
}
