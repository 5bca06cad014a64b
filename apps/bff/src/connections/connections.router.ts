import { inside } from '../lib/endpoints.ts'
import { connectionStatus } from './connection-status.ts'
import { listConnections } from './list-connections.ts'

export const connectionsRouter = {
  list: inside.connections.list.handler(({ context }) => listConnections(context)),
  status: inside.connections.status.handler(({ context, input }) => connectionStatus(context, input)),
}
