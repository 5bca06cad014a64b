import { createFileRoute, notFound, Outlet, useNavigate } from '@tanstack/react-router'
import * as v from 'valibot'
import { searchParams, stageAddress } from '../../lib/search'
import { AlarmCount } from '../../alarms/alarm-count'
import { StageHealth } from '../../apis/stage-health'
import { GoneStage } from '../../history/gone-stage'
import { stageActs } from '../../stages/stage-act'
import { StagePage } from '../../stages/stage-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage')({
  params: {
    parse: (params) => {
      const address = v.safeParse(stageAddress, params)
      if (!address.success) throw notFound()
      return address.output
    },
    stringify: (address) => address,
  },
  validateSearch: searchParams({ act: v.picklist(stageActs) }),
  component: Stage,
})

function Stage() {
  const address = Route.useParams()
  const { act } = Route.useSearch()
  // From where the person is: a tab stays the tab that it is.
  const navigate = useNavigate()
  return (
    <StagePage
      address={address}
      lost={<GoneStage address={address} />}
      act={act}
      onAct={(next) => void navigate({ to: '.', search: (search) => ({ ...search, act: next }), resetScroll: false })}
      health={
        <>
          <AlarmCount address={address} />
          <StageHealth address={address} />
        </>
      }
    >
      <Outlet />
    </StagePage>
  )
}
