import { z } from 'zod'
import { endpoint } from '../lib/endpoint.ts'
import { declare, sessionErrors } from '../lib/errors.ts'
import { ConnectionName } from '../lib/stage-ref.ts'
import { Connection, ConnectionStatus } from './connections.schemas.ts'

export const connectionsContract = {
  list: endpoint('GET', '/connections', 'The accounts and regions that Callboard looks at')
    .errors(sessionErrors)
    .output(z.object({ items: z.array(Connection) })),
  status: endpoint(
    'GET',
    '/c/{connection}/status',
    'Whether AWS answers there, and what of our budget of calls is used',
  )
    .errors({ ...sessionErrors, ...declare('not_found') })
    .input(z.object({ connection: ConnectionName }))
    .output(ConnectionStatus),
}
