import { Change, WriteResult } from '@callboard/shared-types/changes/change.schemas'
import { Plan, Target } from '@callboard/shared-types/changes/plan.schemas'
import { contract } from '@callboard/shared-types/contract'
import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Request, Response } from 'express'
import { version } from './version.ts'

/** What most endpoints answer has a name: told at each of them it's most of the document, which takes seconds to show. */
const named = { Change, Plan, Target, WriteResult }

let printed: Promise<object> | undefined

/** Callboard's own API as OpenAPI 3.1, printed from the contract. */
export async function openApi(_request: Request, response: Response): Promise<void> {
  printed ??= print()
  response.json(await printed)
}

async function print(): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const schemas = Object.entries(named).map(([name, schema]) => [name, { schema, strategy: 'output' }])
  const document = await generator.generate(contract, {
    info: { title: 'Callboard', version },
    servers: [{ url: '/api' }],
    commonSchemas: { ...Object.fromEntries(schemas), UndefinedError: { error: 'UndefinedError' } },
  })
  for (const operation of operationsOf(document)) {
    if (operation.operationId) operation.tags = [sliceOf(operation.operationId)]
    for (const response of Object.values(operation.responses ?? {})) nameErrors(document, response)
  }
  return document
}

const operationsOf = ({ paths = {} }: OpenAPI.Document): OpenAPI.OperationObject[] =>
  Object.values(paths)
    .filter((path) => !!path)
    .flatMap(({ get, post, put, patch, delete: remove }) => [get, post, put, patch, remove])
    .filter((operation) => !!operation)

/** @param operationId such as `deployments.rollBack` */
const sliceOf = (operationId: string) => operationId.split('.')[0]!

type ErrorSchema = { properties?: { code?: { const?: string } } }

/** An error is the same wherever it's answered. */
function nameErrors(
  { components }: OpenAPI.Document,
  response: OpenAPI.ResponseObject | OpenAPI.ReferenceObject,
): void {
  const body = 'content' in response && response.content?.['application/json']?.schema
  if (!body || !('oneOf' in body) || !body.oneOf) return
  body.oneOf = body.oneOf.map((schema) => {
    const code = (schema as ErrorSchema).properties?.code?.const
    if (code === undefined) return schema
    const name = `error.${code}`
    components!.schemas![name] = schema
    return { $ref: `#/components/schemas/${name}` }
  })
}
