/** AWS takes at most this many variables on a stage (API Gateway quotas). */
export const mostVariables = 100

const longestName = 64
const longestValue = 512

/**
 * Why AWS wouldn't take this name, or null. Characters and lengths are documented (API Gateway quotas; Stage variables);
 * the sentence about characters is AWS's own (serverless#6133), what AWS says of the length isn't known.
 */
export function variableNameProblem(name: string): string | null {
  if (!/^[A-Za-z0-9_]+$/.test(name))
    return `Invalid stage variable name: ${name}.  Please use names with only word characters.`
  if (name.length > longestName)
    return `A stage variable's name has at most ${longestName} characters, not ${name.length}.`
  return null
}

/**
 * Why AWS wouldn't take this value, or null. The sentence is AWS's own, with its quotes (aws-lambda-blog#10); it
 * leaves out `~` and `#`, which the documentation allows.
 */
export function variableValueProblem(value: string): string | null {
  if (!/^[A-Za-z0-9\-._~:/?#&=, ]+$/.test(value))
    return `Invalid stage variable value: ${value}.  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.`
  if (value.length > longestValue)
    return `A stage variable's value has at most ${longestValue} characters, not ${value.length}.`
  return null
}

/** Why a stage can't have so many variables, or null. */
export const variableCountProblem = (count: number): string | null =>
  count > mostVariables ? `A stage has at most ${mostVariables} variables; this would make ${count}.` : null

/** The last word of names of things that nobody should read. */
const secretName = /(^|_)(secret|password|passwd|pwd|token|api_?key|private_?key|access_?key|credentials?)$/
/** Shapes of keys that are known by their beginning. */
const secretValue =
  /^(AKIA|ASIA)[A-Z0-9]{16}$|^(gh[pousr]_|github_pat_|xox[abpr]-|sk[-_](live|test)?|eyJ)[A-Za-z0-9._-]{16,}$/

/** Why a variable looks as if it were a secret, or null. Stage variables are plain text to all who may read the stage. */
export function secretSuspicion(name: string, value: string): string | null {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  if (secretValue.test(value)) return 'Its value has the shape of a key.'
  if (secretName.test(words) && value.length >= 8) return 'Its name says that it is a secret.'
  if (looksRandom(value)) return 'Its value looks like a random key.'
  return null
}

/** Long, and small letters, capitals and digits take turns more often than words make them. */
function looksRandom(value: string): boolean {
  if (!/^[A-Za-z0-9_=-]{24,}$/.test(value) || !/[0-9]/.test(value)) return false
  const runs = value.match(/[a-z]+|[A-Z]+|[0-9]+/g) ?? []
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && runs.length > value.length / 3
}
