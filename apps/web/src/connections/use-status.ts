import { useQuery } from '@tanstack/react-query'
import { api } from '../lib/api'

const everyMs = 15_000

/** Whether AWS answers on a connection, and what of our budget of calls is used there. */
export const useStatus = (connection: string) =>
  useQuery(api.connections.status.queryOptions({ input: { connection }, staleTime: everyMs, refetchInterval: everyMs }))
