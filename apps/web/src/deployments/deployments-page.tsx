import { useQuery } from '@tanstack/react-query'
import { Rocket } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { environmentOf } from '../lib/environment'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { AsOf } from '../ui/when'
import { ComparisonPanel } from './comparison-panel'
import { olderFirst, parseCompared, printCompared, toggleCompared } from './compared'
import { DeleteReview } from './delete-review'
import { DeployReview } from './deploy-review'
import { DeploymentsTable } from './deployments-table'
import { RollBackReview } from './roll-back-review'

interface DeploymentsSearch {
  compare?: string | undefined
  rollBack?: string | undefined
  remove?: string | undefined
  deploy?: boolean | undefined
}

interface DeploymentsPageProps {
  address: StageAddress
  compare: string | undefined
  /** The deployment whose rollback is under review. */
  rollBack: string | undefined
  /** The deployment whose deletion is under review. */
  remove: string | undefined
  /** Whether a new deployment is under review. */
  deploy: boolean
  onSearch: (search: DeploymentsSearch) => void
  chart: ReactNode
}

export function DeploymentsPage({ address, compare, rollBack, remove, deploy, onSearch, chart }: DeploymentsPageProps) {
  const history = useQuery(api.deployments.list.queryOptions({ input: address, refetchInterval: 30_000 }))
  const stage = useQuery(api.stages.get.queryOptions({ input: address }))
  const whyNotRoll = useWhyNot(address.connection, ['apigateway:PATCH'], 'Rolling back')
  const whyNotDeploy = useWhyNot(address.connection, ['apigateway:POST', 'apigateway:PATCH'], 'Deploying')
  const whyNotDelete = useWhyNot(address.connection, ['apigateway:DELETE'], 'Deleting')
  const items = history.data?.items ?? []
  const gone = history.data?.gone ?? []
  const ticked = parseCompared(compare)
  const pair = olderFirst(ticked, [...items, ...gone])
  return (
    <div className="flex flex-col gap-3">
      {chart}
      {history.error && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {whyNotRoll && <Note>{whyNotRoll}</Note>}
      <div className="flex flex-col gap-3 2xl:flex-row 2xl:items-start">
        <Panel
          flush
          title="Deployments"
          note={
            <>
              newest first; tick two to compare · <AsOf at={history.data?.asOf} />
            </>
          }
          className="overflow-x-auto 2xl:flex-1"
          actions={
            <Button size="small" why={whyNotDeploy} onClick={() => onSearch({ deploy: true })}>
              <Rocket size={13} aria-hidden /> Deploy now…
            </Button>
          }
        >
          {items.length + gone.length === 0 && history.data ? (
            <Empty title="This API was never deployed">
              Deploy it as it is defined now, here or with your usual tool; its history then appears here.
            </Empty>
          ) : (
            (history.data || history.isPending) && (
              <DeploymentsTable
                address={address}
                environment={environmentOf(address.stage, stage.data?.production ?? false)}
                deployments={items}
                gone={gone}
                loading={history.isPending}
                ticked={ticked}
                whyNotRoll={whyNotRoll}
                onTick={(id) => onSearch({ compare: printCompared(toggleCompared(ticked, id)) })}
                onCompare={(ids) => onSearch({ compare: printCompared(ids) })}
                onRollBack={(id) => onSearch({ rollBack: id })}
                whyNotDelete={whyNotDelete}
                onDelete={(id) => onSearch({ remove: id })}
              />
            )
          )}
        </Panel>
        {pair.length === 2 && (
          <ComparisonPanel
            address={address}
            from={pair[0]!}
            to={pair[1]!}
            whyNotRoll={
              gone.some(({ id }) => id === pair[0]) ? 'AWS has it no more, so no stage can go back to it.' : whyNotRoll
            }
            onRollBack={(id) => onSearch({ rollBack: id })}
            onClose={() => onSearch({ compare: undefined })}
          />
        )}
      </div>
      {deploy && <DeployReview address={address} onClose={() => onSearch({ deploy: undefined })} />}
      {remove && (
        <DeleteReview
          key={remove}
          address={address}
          deploymentId={remove}
          onClose={() => onSearch({ remove: undefined })}
        />
      )}
      {rollBack && (
        <RollBackReview
          key={rollBack}
          address={address}
          deploymentId={rollBack}
          onClose={() => onSearch({ rollBack: undefined })}
        />
      )}
    </div>
  )
}
