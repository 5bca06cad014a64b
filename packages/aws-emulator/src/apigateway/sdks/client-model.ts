import type { ExportSource } from '../openapi/export-source.ts'

/** A method of the client. Its path holds `{name}` and `{name+}` where a parameter goes. */
export type ClientRoute = { name: string; verb: string; path: string }

/** What a client is written from: the stage's address and the routes of its deployment. */
export type ClientModel = { apiName: string; url: string; routes: ClientRoute[] }

/** The files of a client by their paths in the zip. */
export type ClientFiles = Record<string, string>

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** ANY becomes a method for each verb that the resource doesn't have by itself (guessed). */
export function clientModel({ api, region, stageName, resources }: ExportSource): ClientModel {
  const taken = new Map<string, number>()
  const routes = resources.flatMap(({ path, resourceMethods }) => {
    const own = Object.keys(resourceMethods).filter((verb) => verb !== 'ANY')
    const others = 'ANY' in resourceMethods ? verbs.filter((verb) => !own.includes(verb)) : []
    return [...own, ...others].map((verb) => ({ verb, path, name: free(taken, methodName(verb, path)) }))
  })
  return { apiName: api.name, url: `https://${api.id}.execute-api.${region}.amazonaws.com/${stageName}`, routes }
}

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `GET /pets/{id}` is `petsIdGet` (documented), `GET /` is `rootGet`; one that would begin with a digit is `call…` (guessed). */
function methodName(verb: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const [first = 'root', ...rest] = words
  const name = first + rest.map(capitalised).join('') + capitalised(verb.toLowerCase())
  return /^\d/.test(name) ? `call${name}` : name
}

/** Paths that differ in their punctuation only get numbers: two methods can't have one name. */
function free(taken: Map<string, number>, name: string): string {
  const count = (taken.get(name) ?? 0) + 1
  taken.set(name, count)
  return count === 1 ? name : `${name}_${count}`
}

export function readmeOf({ apiName, url, routes }: ClientModel, use: string): string {
  const lines = routes.map(({ name, verb, path }) => `- \`${name}\`: ${verb} ${path}`)
  const parameters = 'Path parameters are taken from the parameters by name, the rest of these goes into the query.'
  return `# A client for ${apiName.replaceAll(/\s+/g, ' ')}\n\nIt calls ${url}.\n\n${use}\n\n${parameters}\n\n${lines.join('\n')}\n`
}
