import { isRecord } from '../protocol/check-shape.ts'

/** A reference to another model of the API (documented): its URL, in `$ref`. */
export const modelUrl = (apiId: string, name: string) =>
  `https://apigateway.amazonaws.com/restapis/${apiId}/models/${name}`

/** Names of the models that a schema refers to, each once. */
export function referencedModels(schema: string | undefined, apiId: string): string[] {
  const names = new Set<string>()
  const url = modelUrl(apiId, '')
  mapReferences(parsed(schema), (reference) => {
    if (reference.startsWith(url)) names.add(reference.slice(url.length))
    return reference
  })
  return [...names]
}

function parsed(schema: string | undefined): unknown {
  try {
    return JSON.parse(schema ?? '{}')
  } catch {
    return {}
  }
}

/** A copy of the value with every text under a `$ref` put through the function. */
export function mapReferences(value: unknown, change: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, change))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? change(item) : mapReferences(item, change),
    ]),
  )
}
