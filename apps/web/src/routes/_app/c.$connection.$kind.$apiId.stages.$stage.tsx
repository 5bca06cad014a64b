import { createFileRoute, notFound, Outlet } from '@tanstack/react-router'
import { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { AlarmCount } from '../../alarms/alarm-count'
import { StageHealth } from '../../apis/stage-health'
import { StagePage } from '../../stages/stage-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage')({
  params: {
    parse: (params) => {
      const address = StageAddress.safeParse(params)
      if (!address.success) throw notFound()
      return address.data
    },
    stringify: (address) => address,
  },
  component: Stage,
})

function Stage() {
  const address = Route.useParams()
  return (
    <StagePage
      address={address}
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
