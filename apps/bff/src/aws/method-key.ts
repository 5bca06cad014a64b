/** Of all methods, as AWS spells it. */
export const allMethods = '*/*'

/** AWS's key of a method's settings: the path in one escaped segment (control-plane-rest 1.3). */
export const methodKey = (path: string, method: string): string =>
  `${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`

/** `~1pets~1{id}/GET` as `GET /pets/{id}`. */
export function readableMethod(key: string): string {
  const cut = key.lastIndexOf('/')
  const [resource, method] = [key.slice(0, cut).replaceAll('~1', '/').replaceAll('~0', '~'), key.slice(cut + 1)]
  if (resource === '*') return method === '*' ? 'All methods' : `All ${method}`
  return `${method} ${resource.startsWith('/') ? resource : `/${resource}`}`
}
