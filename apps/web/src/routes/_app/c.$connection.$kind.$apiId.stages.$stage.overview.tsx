import { createFileRoute } from '@tanstack/react-router'
import { defaultRange } from '@callboard/shared-types/lib/time-range'
import { useStageMarks } from '../../activity/use-stage-marks'
import { OverviewPage } from '../../metrics/overview-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/overview')({
  staticData: { charts: true },
  component: Overview,
})

function Overview() {
  const address = Route.useParams()
  const { range = defaultRange } = Route.useSearch()
  return <OverviewPage address={address} range={range} marks={useStageMarks(address)} />
}
