import { inside } from '../lib/endpoints.ts'
import { listConnections } from './list-connections.ts'

export const connectionsRouter = {
  list: inside.connections.list.handler(({ context }) => listConnections(context)),
}
