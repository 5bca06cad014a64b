import { contract } from '@callboard/shared-types/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Request, Response } from 'express'
import { version } from './version.ts'

let printed: Promise<object> | undefined

/** Callboard's own API as OpenAPI 3.1, printed from the contract. */
export async function openApi(_request: Request, response: Response): Promise<void> {
  printed ??= print()
  response.json(await printed)
}

async function print(): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: 'Callboard', version },
    servers: [{ url: '/api' }],
  })
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths ?? {}).filter((path) => !!path))
    for (const operation of [get, post, put, patch, remove])
      if (operation?.operationId) operation.tags = [sliceOf(operation.operationId)]
  return document
}

/** @param operationId such as `deployments.rollBack` */
const sliceOf = (operationId: string) => operationId.split('.')[0]!
