import type { Call } from '../call.ts'
import { createResource } from '../create-resource.ts'
import { kinds, type ResourceRecord, type RestApiRecord } from '../records.ts'

/** An API's resources by path; those that are missing are made on the way. */
export class ResourceTree {
  readonly apiId: string
  readonly #call: Call
  readonly #ids = new Map<string, string>()

  constructor(call: Call, api: RestApiRecord) {
    this.#call = call
    this.apiId = api.id
    for (const { path, id } of call.unit.list<ResourceRecord>(kinds.resource, `${api.id}/`)) this.#ids.set(path, id)
  }

  /** The id of the resource at the path; a slash at the end doesn't count. */
  at(path: string): string {
    let walked = ''
    let id = this.#ids.get('/') ?? ''
    for (const part of path.split('/').filter((segment) => segment !== '')) {
      walked += `/${part}`
      id = this.#ids.get(walked) ?? this.#make(id, part)
      this.#ids.set(walked, id)
    }
    return id
  }

  #make(parentId: string, pathPart: string): string {
    return createResource(this.#call, { restApiId: this.apiId, parentId, pathPart }).id ?? ''
  }
}
