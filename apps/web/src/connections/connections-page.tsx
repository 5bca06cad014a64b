import { useConnections } from '../lib/connections'
import { plural } from '../lib/format'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { ConnectionPanel } from './connection-panel'

/** The accounts and regions that Callboard looks at, and how each does. */
export function ConnectionsPage() {
  useTitle('Connections')
  const { data, error, isPending, refetch } = useConnections()
  return (
    <>
      <PageHead
        title="Connections"
        note={data && `${plural(data.items.length, 'account and region', 'accounts and regions')}, checked every 15 s`}
      />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <Panel>
          <Loading what="the connections" />
          <Skeleton className="h-24 w-full" />
        </Panel>
      )}
      {data?.items.length === 0 && (
        <Panel>
          <Empty title="No connections">Name accounts and regions in the connections file, and start again.</Empty>
        </Panel>
      )}
      <div className="flex flex-col gap-3">
        {data?.items.map((connection) => (
          <ConnectionPanel key={connection.name} connection={connection} />
        ))}
      </div>
    </>
  )
}
