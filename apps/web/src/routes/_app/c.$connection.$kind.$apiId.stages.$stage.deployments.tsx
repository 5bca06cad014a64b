import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { deploymentId, searchParams } from '../../lib/search'
import { defaultRange } from '@callboard/shared-types/lib/time-range'
import { useStageMarks } from '../../activity/use-stage-marks'
import { DeploymentsPage } from '../../deployments/deployments-page'
import { ErrorRatePanel } from '../../metrics/error-rate-panel'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/deployments')({
  staticData: { charts: true },
  validateSearch: searchParams({
    compare: v.string(),
    rollBack: deploymentId,
    remove: deploymentId,
    deploy: v.boolean(),
  }),
  component: Deployments,
})

function Deployments() {
  const address = Route.useParams()
  const { range = defaultRange, compare, rollBack, remove, deploy = false } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <DeploymentsPage
      address={address}
      compare={compare}
      rollBack={rollBack}
      remove={remove}
      deploy={deploy}
      onSearch={(change) => void navigate({ search: (search) => ({ ...search, ...change }) })}
      chart={<ErrorRatePanel address={address} range={range} marks={useStageMarks(address)} />}
    />
  )
}
