import type { StageInForce } from '../world/timeline.ts'

/** Production variables, overlaid with the canary's overrides for its requests (recorded). */
export function variablesFor({ variables, canary }: StageInForce, isCanary: boolean): Record<string, string> {
  return isCanary ? { ...variables, ...canary?.stageVariableOverrides } : variables
}

/** The text with `${stageVariables.x}` filled in, or undefined where one isn't set: then the URI is invalid (recorded). */
export function withVariables(text: string, variables: Record<string, string>): string | undefined {
  let complete = true
  const filled = text.replace(/\$\{stageVariables\.([A-Za-z0-9_]+)\}/g, (_, name: string) => {
    if (Object.hasOwn(variables, name)) return variables[name] ?? ''
    complete = false
    return ''
  })
  return complete ? filled : undefined
}
