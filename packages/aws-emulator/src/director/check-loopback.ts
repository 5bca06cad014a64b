import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { AwsError } from '../lib/aws-error.ts'

const loopbackPeer = /^(127\.|::1$|::ffff:127\.)/
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** Refuses other machines, other names (a web page's way in by DNS), and anything that a browser's page sends. */
function checkLoopback({ socket, headers }: IncomingMessage): void {
  const local = loopbackPeer.test(socket.remoteAddress ?? '') && loopbackHost.test(headers.host ?? '')
  const fromPage = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined
  if (!local || fromPage)
    throw new AwsError('ForbiddenException', 403, 'The director answers programs on this machine only')
}

/** Who may direct: programs on this machine; where the emulator listens to others, nobody, or who shows the token. */
export type DirectorAccess = { listensToOthers: boolean; token?: string }

export function checkAccess(incoming: IncomingMessage, { listensToOthers, token }: DirectorAccess): void {
  if (!listensToOthers) return checkLoopback(incoming)
  const { authorization = '', origin } = incoming.headers
  const fromPage = origin !== undefined || incoming.headers['sec-fetch-site'] !== undefined
  if (token && !fromPage && sameText(authorization, `Bearer ${token}`)) return
  throw new AwsError('ForbiddenException', 403, 'The director is off: the emulator listens to other machines')
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const sameText = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))
