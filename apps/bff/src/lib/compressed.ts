import compression from 'compression'
import type { RequestHandler } from 'express'

/**
 * Files and what is read go out compressed. Not what a write answers, which may hold a key's value (the length of a
 * compressed text tells of what is in it), and not the event stream, which must not wait to be filled.
 */
export const compressed = (): RequestHandler =>
  compression({
    filter: (request, response) =>
      (request.method === 'GET' || request.method === 'HEAD') &&
      !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
      compression.filter(request, response),
  })
