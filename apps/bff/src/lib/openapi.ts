import { contract } from '@callboard/shared-types/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Request, Response } from 'express'
import { version } from './version.ts'

let printed: Promise<object> | undefined

/** Callboard's own API as OpenAPI 3.1, printed from the contract. */
export async function openApi(_request: Request, response: Response): Promise<void> {
  printed ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contract, {
    info: { title: 'Callboard', version },
    servers: [{ url: '/api' }],
  })
  response.json(await printed)
}
