import type { IncomingMessage } from 'node:http'
import { AwsError } from '../lib/aws-error.ts'

const loopbackPeer = /^(127\.|::1$|::ffff:127\.)/
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** Refuses other machines, other names (a web page's way in by DNS), and anything that a browser's page sends. */
export function checkLoopback({ socket, headers }: IncomingMessage): void {
  const local = loopbackPeer.test(socket.remoteAddress ?? '') && loopbackHost.test(headers.host ?? '')
  const fromPage = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined
  if (!local || fromPage)
    throw new AwsError('ForbiddenException', 403, 'The director answers programs on this machine only')
}
