import { oc } from '@orpc/contract'

type Method = 'GET' | 'POST' | 'DELETE'

/**
 * Declares one endpoint: method and path below `/api`, with `{name}` for a path parameter, and a line for the API page.
 * The only place that knows how oRPC spells a route.
 */
export const endpoint = (method: Method, path: `/${string}`, summary: string) => oc.route({ method, path, summary })
