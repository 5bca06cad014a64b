import { z } from 'zod'
import { endpoint } from '../lib/endpoint.ts'
import { sessionErrors } from '../lib/errors.ts'
import { Connection } from './connections.schemas.ts'

export const connectionsContract = {
  list: endpoint('GET', '/connections', 'The accounts and regions that Callboard looks at')
    .errors(sessionErrors)
    .output(z.object({ items: z.array(Connection) })),
}
