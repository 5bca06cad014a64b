import type { ReadModel } from './api-definition.ts'
import type { ReadingContext } from './reading-context.ts'
import { localReferences } from './schema-references.ts'
import { asRecord } from './values.ts'

export function readModels({ document, isVersion3 }: ReadingContext): ReadModel[] {
  const schemas = isVersion3 ? asRecord(document['components'])['schemas'] : document['definitions']
  return Object.entries(asRecord(schemas)).map(([name, schema]) => ({
    name,
    schema: asRecord(localReferences(schema)),
  }))
}
