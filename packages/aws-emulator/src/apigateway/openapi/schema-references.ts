import { mapReferences, modelUrl } from '../model-references.ts'

const local = /^#\/(?:definitions|components\/schemas)\/([^/]+)$/

/** References between the schemas of a document, in Swagger's spelling. */
export const localReferences = (schema: unknown) =>
  mapReferences(schema, (reference) => reference.replace(local, '#/definitions/$1'))

/** A document's references as a model of the API keeps them: its URL. */
export const modelReferences = (schema: unknown, apiId: string) =>
  mapReferences(schema, (reference) => {
    const [, name] = local.exec(reference) ?? []
    return name === undefined ? reference : modelUrl(apiId, name)
  })

/** A model's references as a document has them; `place` is such as `#/definitions/`. */
export const documentReferences = (schema: unknown, apiId: string, place: string) =>
  mapReferences(schema, (reference) => reference.replace(modelUrl(apiId, ''), place))
