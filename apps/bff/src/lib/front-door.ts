import { contentSecurityPolicy } from './security-headers.ts'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'

const refuse = (response: Response, code: string, message: string) =>
  response.status(403).json({ defined: false, code, status: 403, message })

const writes = ({ method }: Request) => method !== 'GET' && method !== 'HEAD'

/** Security headers for every answer. */
export const securityHeaders = (https: boolean) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
  })

/**
 * Lets in only requests for a host that is ours, so that a page of another site can't reach a loopback server by a name of
 * its own (DNS rebinding), and only writes that come from a page of ours.
 * @param origins such as `http://localhost:4000`
 */
export function ownOriginOnly(origins: () => string[]) {
  return (request: Request, response: Response, next: NextFunction) => {
    const ours = origins().map((origin) => new URL(origin))
    if (!ours.some(({ host }) => host === request.headers.host))
      refuse(response, 'wrong_host', `Callboard is not at ${request.headers.host ?? 'an unnamed host'}`)
    else if (writes(request) && !ours.some(({ origin }) => origin === request.headers.origin))
      refuse(response, 'wrong_origin', "Writes are taken from Callboard's own pages only")
    else next()
  }
}

/** The names by which a browser on this machine reaches a loopback port. */
export const loopbackOrigins = (port: number): string[] =>
  ['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`http://${host}:${port}`).origin)
