import { createFileRoute, redirect } from '@tanstack/react-router'
import { connectionsQuery } from '../../lib/connections'

/** Without a connection in the address: the first one's. */
export const Route = createFileRoute('/_app/plans')({
  beforeLoad: async ({ context }) => {
    const { items } = await context.queries.query(connectionsQuery())
    const connection = items[0]?.name
    if (connection) throw redirect({ to: '/c/$connection/plans', params: { connection }, replace: true })
    throw redirect({ to: '/connections', replace: true })
  },
})
