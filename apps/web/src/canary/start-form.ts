import { variableNameProblem } from '@callboard/shared-types/variables/variable-rules'

/** What is typed for a canary to be started. */
export interface StartForm {
  /** Empty for a new deployment. */
  deploymentId: string
  description: string
  percent: number | null
  /** `name=value; name=value` */
  overrides: string
}

export const emptyStart: StartForm = { deploymentId: '', description: '', percent: 5, overrides: '' }

/** @returns the variables, or which part of the text isn't one */
export function parseOverrides(text: string): { variables: Record<string, string>; error: string | null } {
  const variables: Record<string, string> = {}
  for (const part of text.split(';').map((piece) => piece.trim())) {
    if (part === '') continue
    const [, name, value] = /^([^=]*)=(.+)$/.exec(part) ?? []
    if (!name || !value || variableNameProblem(name))
      return { variables, error: `“${part}” is not name=value with a name of letters, digits and _` }
    variables[name] = value.trim()
  }
  return { variables, error: null }
}
