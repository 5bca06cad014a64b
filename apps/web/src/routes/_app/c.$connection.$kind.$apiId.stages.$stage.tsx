import { createFileRoute, notFound, Outlet } from '@tanstack/react-router'
import { StageAddress } from '@callboard/shared-types/lib/stage-ref'
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
    <StagePage address={address} health={<StageHealth address={address} />}>
      <Outlet />
    </StagePage>
  )
}
