import { createHash } from 'node:crypto'
import { isRecord } from '../../protocol/check-shape.ts'
import type { ReadModel } from './api-definition.ts'
import { invalidDocument, type OpenApiDocument } from './read-document.ts'
import { localReferences } from './schema-references.ts'

/** A document being read: its version, its references, and what its reading finds on the way. */
export class ReadingContext {
  readonly document: OpenApiDocument
  readonly isVersion3: boolean
  readonly warnings: string[] = []
  readonly #inline = new Map<string, ReadModel>()

  constructor(document: OpenApiDocument) {
    this.document = document
    this.isVersion3 = 'openapi' in document
  }

  /** The object itself, or what its `$ref` leads to; a circle and a way to nowhere make the document invalid (guessed). */
  resolve(value: unknown): Record<string, unknown> {
    const seen = new Set<string>()
    let found = value
    while (isRecord(found) && typeof found['$ref'] === 'string') {
      const reference = found['$ref']
      if (seen.has(reference) || !reference.startsWith('#/')) throw invalidDocument()
      seen.add(reference)
      found = this.#lookUp(reference)
      if (found === undefined) throw invalidDocument()
    }
    return isRecord(found) ? found : {}
  }

  #lookUp(reference: string): unknown {
    const names = reference.slice(2).split('/')
    let value: unknown = this.document
    for (const name of names) {
      const key = name.replaceAll('~1', '/').replaceAll('~0', '~')
      value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
    }
    return value
  }

  /** The model that a schema in place stands for: the one it refers to, or a new one, as AWS makes it (its name is guessed). */
  modelOf(schema: unknown): string | undefined {
    if (!isRecord(schema) || Object.keys(schema).length === 0) return undefined
    const local = localReferences(schema) as Record<string, unknown>
    const reference = local['$ref']
    if (typeof reference === 'string') return reference.split('/').at(-1)
    const name = `MODEL${createHash('sha256').update(JSON.stringify(local)).digest('hex').slice(0, 6)}`
    this.#inline.set(name, { name, schema: local })
    return name
  }

  inlineModels = (): ReadModel[] => [...this.#inline.values()]
}
