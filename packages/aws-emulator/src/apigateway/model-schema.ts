import { badRequest } from '../lib/aws-error.ts'
import { isRecord } from '../protocol/check-shape.ts'

/** The largest model (documented: 400 KB for all of an API's). */
const largestModelBytes = 400 * 1024

/** Known from many reports, such as terraform-provider-aws#9063; which schemas AWS refuses beyond these is guessed. */
export const invalidModel = (reason: string) =>
  badRequest(`Invalid model specified: Validation Result: warnings : [], errors : [${reason}]`)

/** A model's schema is the text of a JSON object; without one it is an empty model. */
export function checkModelSchema(schema: string | undefined): void {
  if (schema === undefined) return
  if (schema === '') throw badRequest('Model schema must have at least 1 property or array items defined')
  if (Buffer.byteLength(schema) > largestModelBytes) throw invalidModel('Model schema is too large')
  parsedSchema(schema)
}

export function parsedSchema(schema: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(schema)
    if (isRecord(parsed)) return parsed
  } catch {
    // Told below, as what isn't an object.
  }
  throw invalidModel('Invalid model schema specified')
}
