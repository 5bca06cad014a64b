import { badRequest } from '../lib/aws-error.ts'

/** Characters and lengths documented; the sentences are from public reports (serverless#6133, aws-lambda-blog#10). */
export function checkVariable(name: string, value: string): void {
  if (!/^[A-Za-z0-9_]{1,64}$/.test(name)) {
    throw badRequest(`Invalid stage variable name: ${name}.  Please use names with only word characters.`)
  }
  if (!/^[A-Za-z0-9\-._~:/?#&=, ]{1,512}$/.test(value)) {
    throw badRequest(
      `Invalid stage variable value: ${value}.  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.`,
    )
  }
}

/** At most 100 on a stage is documented; the sentence is guessed. */
export function checkVariables(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) checkVariable(name, value)
  if (Object.keys(variables).length > 100) throw badRequest('Stage variables limit exceeded: at most 100 per stage')
}
