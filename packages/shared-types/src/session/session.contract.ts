import { z } from 'zod'
import { declare } from '../lib/errors.ts'
import { endpoint } from '../lib/endpoint.ts'
import { Session } from './session.schemas.ts'

export const sessionContract = {
  get: endpoint('GET', '/session', 'Who is here, and how people come in').errors(declare('read_only')).output(Session),
  start: endpoint('POST', '/session', 'Come in: as one of the demo people, or with a password')
    .errors(declare('invalid', 'not_found', 'forbidden', 'read_only'))
    .input(z.object({ subject: z.string().max(100), password: z.string().max(1_000).optional() }))
    .output(Session),
  end: endpoint('DELETE', '/session', 'Leave').errors(declare('forbidden', 'read_only')).output(Session),
}
