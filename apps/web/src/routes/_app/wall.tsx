import { useQueries } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { searchParams, stageAddress, textUpTo } from '../../lib/search'
import { useStageMarks } from '../../activity/use-stage-marks'
import { AlarmCount } from '../../alarms/alarm-count'
import * as v from 'valibot'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../../lib/api'
import { useConnections } from '../../lib/connections'
import { WallPage } from '../../metrics/wall-page'
import { WallTile } from '../../metrics/wall-tile'
import { Empty } from '../../ui/empty'
import { Loading } from '../../ui/skeleton'

export const Route = createFileRoute('/_app/wall')({
  staticData: { bare: true },
  /** `stages` names them as `connection/kind/apiId/stage`, separated by commas; without it the production stages. */
  validateSearch: searchParams({ stages: textUpTo(2_000) }),
  component: Wall,
})

/** More can't be read from across a room. */
const most = 9

function Wall() {
  const { range = '1h', stages } = Route.useSearch()
  const named = stages?.split(',').flatMap(addressIn)
  const production = useProductionStages(named === undefined)
  const addresses = (named ?? production.addresses).slice(0, most)
  return (
    <WallPage range={range} count={addresses.length}>
      {(chartPx) =>
        addresses.length > 0 ? (
          addresses.map((address) => (
            <Tile key={Object.values(address).join('/')} address={address} range={range} chartPx={chartPx} />
          ))
        ) : production.isPending && !named ? (
          <Loading what="the stages" />
        ) : (
          <Empty title="No stage to show">Name some in the address, as stages=connection/rest/apiId/stage.</Empty>
        )
      }
    </WallPage>
  )
}

function addressIn(text: string): StageAddress[] {
  const [connection, kind, apiId, stage] = text.trim().split('/')
  const read = v.safeParse(stageAddress, { connection, kind, apiId, stage })
  return read.success ? [read.output] : []
}

function useProductionStages(enabled: boolean) {
  const names = useConnections().data?.items.map(({ name }) => name) ?? []
  const fleets = useQueries({
    queries: names.map((connection) =>
      api.apis.fleet.queryOptions({ input: { connection }, staleTime: 30_000, enabled }),
    ),
  })
  const addresses = fleets.flatMap(({ data }, n) =>
    (data?.rows ?? [])
      .filter(({ production }) => production)
      .map(({ kind, apiId, stage }): StageAddress => ({ connection: names[n]!, kind, apiId, stage })),
  )
  return { addresses, isPending: names.length === 0 || fleets.some((fleet) => fleet.isPending) }
}

const Tile = ({ address, range, chartPx }: { address: StageAddress; range: string; chartPx: number }) => (
  <WallTile
    address={address}
    range={range}
    chartPx={chartPx}
    marks={useStageMarks(address)}
    alarms={<AlarmCount address={address} />}
  />
)
