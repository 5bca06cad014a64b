import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { defaultRange } from '@callboard/shared-types/lib/time-range'
import { DeploymentId } from '@callboard/shared-types/lib/stage-ref'
import { useStageMarks } from '../../activity/use-stage-marks'
import { DeploymentsPage } from '../../deployments/deployments-page'
import { ErrorRatePanel } from '../../metrics/error-rate-panel'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/deployments')({
  staticData: { charts: true },
  validateSearch: z.object({
    compare: z.string().optional().catch(undefined),
    rollBack: DeploymentId.optional().catch(undefined),
    remove: DeploymentId.optional().catch(undefined),
    deploy: z.boolean().optional().catch(undefined),
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
