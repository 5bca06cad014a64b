import { parsedSchema } from '../model-schema.ts'
import type { ExportType, Extensions, ExportSource } from './export-source.ts'
import { writeExtensions } from './write-extensions.ts'
import { writeOperation } from './write-operation.ts'
import { writeSecuritySchemes } from './write-security.ts'
import { documentReferences } from './schema-references.ts'

/** The document, in the order of fields that AWS writes (recorded, test_export_oas30_openapi and test_export_swagger_openapi). */
export function writeDocument(source: ExportSource, type: ExportType, extensions: Extensions): object {
  const { api, stageName, region } = source
  const info = { title: api.name, description: api.description, version: source.version }
  const host = `${api.id}.execute-api.${region}.amazonaws.com`
  const paths = writePaths(source, type, extensions)
  const schemas = writeSchemas(source, type)
  const securitySchemes = writeSecuritySchemes(source, extensions)
  const rest = writeExtensions(source, type, extensions)
  if (type === 'swagger') {
    return {
      swagger: '2.0',
      info,
      host,
      basePath: `/${stageName}`,
      schemes: ['https'],
      paths,
      securityDefinitions: securitySchemes,
      definitions: schemas,
      ...rest.top,
    }
  }
  const server = { url: `https://${host}/{basePath}`, variables: { basePath: { default: stageName } }, ...rest.server }
  const components = { schemas, securitySchemes }
  return { openapi: '3.0.1', info, servers: [server], paths, components, ...rest.top }
}

/** Resources with methods, and those at the end of a branch without any (guessed). */
function writePaths(source: ExportSource, type: ExportType, extensions: Extensions): Record<string, object> {
  const { resources } = source
  const shown = resources.filter(({ id, path, resourceMethods }) => {
    const isLeaf = path !== '/' && !resources.some(({ parentId }) => parentId === id)
    return isLeaf || Object.keys(resourceMethods).length > 0
  })
  return Object.fromEntries(
    shown.map(({ id, path, resourceMethods }) => {
      const operations = Object.entries(resourceMethods).map(([verb, method]) => [
        verb === 'ANY' ? 'x-amazon-apigateway-any-method' : verb.toLowerCase(),
        writeOperation(source, { type, extensions, resourceId: id, title: `${verb} ${path}` }, method),
      ])
      return [path, Object.fromEntries(operations)]
    }),
  )
}

/** Schemas without the `$schema` that only models have. */
function writeSchemas({ api, models }: ExportSource, type: ExportType): Record<string, unknown> | undefined {
  const place = type === 'swagger' ? '#/definitions/' : '#/components/schemas/'
  const written = models.map(({ name, schema }) => {
    const { $schema: _, ...rest } = parsedSchema(schema ?? '{}')
    return [name, documentReferences(rest, api.id, place)] as const
  })
  return written.length > 0 ? Object.fromEntries(written) : undefined
}
