import { NormalizedSchema } from '@smithy/core/schema'

/** An operation as the SDK exports it: `[9, namespace, name, traits, input, output]`. */
export type OperationSchema = { name: string; http: [string, string, number] | undefined; input: Shape; output: Shape }

/** The parts of the SDK's normalised schema that the emulator reads. */
export type Shape = NormalizedSchema

/** The operations among a client module's exports. */
export function operationsOf(client: Record<string, unknown>): OperationSchema[] {
  return Object.values(client).filter(isOperation).map(readOperation)
}

type Exported = [9, string, string, { http?: [string, string, number] } | 0, () => never, () => never]

function isOperation(value: unknown): value is Exported {
  return Array.isArray(value) && value[0] === 9
}

function readOperation([, , name, traits, input, output]: Exported): OperationSchema {
  return {
    name,
    http: traits === 0 ? undefined : traits.http,
    input: NormalizedSchema.of(input()),
    output: NormalizedSchema.of(output()),
  }
}

type ExportedError = [-3, string, string, { awsQueryError?: [string, number] }]

/** The names of a client's errors to the codes that they have in the query protocol, where they have one. */
export function errorCodesOf(client: Record<string, unknown>): Map<string, string> {
  const errors = Object.values(client).filter((value) => Array.isArray(value) && value[0] === -3) as ExportedError[]
  return new Map(errors.flatMap(([, , name, { awsQueryError }]) => (awsQueryError ? [[name, awsQueryError[0]]] : [])))
}

/** Names of the members a structure can't do without; the schema lists them first and counts them. */
export function requiredMembers(shape: Shape): string[] {
  const schema = shape.getSchema() as unknown as [number, string, string, unknown, string[], unknown[], number?]
  return schema[4].slice(0, schema[6] ?? 0)
}
