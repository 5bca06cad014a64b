import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ApiView } from '@callboard/shared-types/apis/apis.schemas'
import { api } from '../lib/api'
import { toAppError } from '../lib/app-error'
import { plural } from '../lib/format'
import { buttonClass } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { Lost } from '../ui/lost'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { AsOf } from '../ui/when'
import type { ApiAddress } from './api-address'
import { DeploymentMatrix } from './deployment-matrix'
import { stageColumns } from './stage-columns'
import { StagesPanel } from './stages-panel'
import { UndeployedPanel } from './undeployed-panel'

interface ApiPageProps {
  address: ApiAddress
  onlyDifferences: boolean
  onOnlyDifferences: (only: boolean) => void
  /** Why nothing can be deployed here, or null. */
  whyNotDeploy: string | null
  onDeploy: (stage: string) => void
  /** What can be done to its stages as such. */
  stageActs: ReactNode
  /** What is open over the page. */
  children: ReactNode
}

/** One API: its stages side by side, what runs where, and what isn't deployed yet. */
export function ApiPage({ address, onlyDifferences, onOnlyDifferences, children, ...deploy }: ApiPageProps) {
  const view = useQuery(api.apis.get.queryOptions({ input: address, refetchInterval: 30_000 }))
  useTitle(view.data?.apiName ?? address.apiId)
  const error = view.error && toAppError(view.error)
  if (error?.code === 'not_found' || error?.code === 'invalid') return <NoSuchApi address={address} />
  return (
    <>
      <PageHead
        title={view.data?.apiName ?? <Skeleton className="h-6 w-40" />}
        note={
          view.data && (
            <>
              <span className="font-mono">{address.apiId}</span> · {plural(view.data.stages.length, 'stage')} ·{' '}
              {plural(view.data.deployments.length, 'deployment')} · <AsOf at={view.data.asOf} />
              {view.data.nameShared && <span className="text-warn">· another API has this name too</span>}
            </>
          )
        }
      />
      <div className="flex flex-col gap-3">
        {view.error && <Failure error={view.error} onRetry={() => void view.refetch()} />}
        {view.isPending && <ApiSkeleton />}
        {view.data && (
          <Parts
            address={address}
            view={view.data}
            onlyDifferences={onlyDifferences}
            onOnlyDifferences={onOnlyDifferences}
            {...deploy}
          />
        )}
      </div>
      {children}
    </>
  )
}

type PartsProps = Omit<ApiPageProps, 'children'> & { view: ApiView }

function Parts({ address, view, onlyDifferences, onOnlyDifferences, whyNotDeploy, onDeploy, stageActs }: PartsProps) {
  const stages = stageColumns(view.stages)
  if (stages.length === 0) {
    return (
      <Panel>
        <Empty title="This API has no stage">
          A deployment answers nobody until a stage runs it.{' '}
          <span className="mt-3 flex justify-center gap-2">{stageActs}</span>
        </Empty>
      </Panel>
    )
  }
  return (
    <>
      <UndeployedPanel address={address} stages={stages} whyNotDeploy={whyNotDeploy} onDeploy={onDeploy} />
      <StagesPanel
        address={address}
        stages={stages}
        deployments={view.deployments}
        onlyDifferences={onlyDifferences}
        onOnlyDifferences={onOnlyDifferences}
        acts={stageActs}
      />
      <DeploymentMatrix address={address} stages={stages} deployments={view.deployments} />
    </>
  )
}

const NoSuchApi = ({ address }: { address: ApiAddress }) => (
  <Lost
    title="No such API"
    links={
      <Link to="/" className={buttonClass('primary', 'normal')}>
        Back to the fleet
      </Link>
    }
  >
    There is no API <b className="font-mono text-xs">{address.apiId}</b> in the connection {address.connection}. It may
    have been deleted, or the address is wrong.
  </Lost>
)

const ApiSkeleton = () => (
  <>
    <Loading what="the API" />
    {['h-32', 'h-96', 'h-48'].map((height) => (
      <Panel key={height}>
        <Skeleton className={`w-full ${height}`} />
      </Panel>
    ))}
  </>
)
