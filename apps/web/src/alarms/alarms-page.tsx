import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AlarmEdits, AlarmRule } from '@callboard/shared-types/alarms/alarms.schemas'
import { ReviewDrawer } from '../changes/review-drawer'
import { api, client } from '../lib/api'
import { useKept } from '../lib/kept'
import { useWhyNot } from '../lib/why-not'
import { worldClock } from '../lib/world-clock'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { Panel } from '../ui/panel'
import { PanelState } from '../ui/panel-state'
import { Skeleton } from '../ui/skeleton'
import { AsOf } from '../ui/when'
import { AlarmDrawer } from './alarm-drawer'
import { AlarmsTable } from './alarms-table'
import { SuggestionsPanel } from './suggestions-panel'

/** What of the page stands in its address. */
export interface AlarmsSearch {
  /** The alarm that is edited; empty for a new one. */
  edit?: string | undefined
  review?: boolean | undefined
}

interface AlarmsPageProps {
  address: StageAddress
  search: AlarmsSearch
  onSearch: (change: AlarmsSearch) => void
}

const noEdits: AlarmEdits = { set: {}, remove: [] }

/** The stage's CloudWatch alarms: how they are and were, and those it could have. */
export function AlarmsPage({ address, search, onSearch }: AlarmsPageProps) {
  const { connection, apiId, stage } = address
  const every = () => Math.max(5_000, worldClock.processMsFor(60_000))
  const alarms = useQuery(api.alarms.list.queryOptions({ input: address, refetchInterval: every }))
  const history = useQuery(api.alarms.history.queryOptions({ input: address, refetchInterval: every }))
  const whyNot = useWhyNot(connection, ['cloudwatch:PutMetricAlarm'], 'Changing alarms')
  const [edits, setEdits] = useKept(`alarms/${connection}/${apiId}/${stage}`, noEdits)
  const review = (next: AlarmEdits) => {
    setEdits(next)
    onSearch({ edit: undefined, review: true })
  }
  const items = alarms.data?.items
  const edited = items?.find(({ name }) => name === search.edit)
  return (
    <div className="flex flex-col gap-3">
      <Panel
        flush
        title="Alarms"
        note={
          <>
            of CloudWatch, on this stage · <AsOf at={alarms.data?.asOf} />
          </>
        }
        className="overflow-x-auto"
        actions={
          <Button size="small" why={whyNot} onClick={() => onSearch({ edit: '' })}>
            <Plus size={13} aria-hidden /> New alarm…
          </Button>
        }
      >
        <PanelState
          what="the alarms"
          error={alarms.error}
          isPending={alarms.isPending}
          onRetry={() => void alarms.refetch()}
        >
          <Skeleton className="h-24 w-full" />
        </PanelState>
        {items?.length === 0 && (
          <Empty title={`No alarm watches ${stage}`}>
            Take over some of the suggested ones below: their thresholds come from the last two weeks.
          </Empty>
        )}
        {items && items.length > 0 && (
          <AlarmsTable
            alarms={items}
            history={history.data}
            whyNot={whyNot}
            onEdit={(name) => onSearch({ edit: name })}
            onDelete={(name) => review({ set: {}, remove: [name] })}
          />
        )}
      </Panel>
      <SuggestionsPanel
        address={address}
        present={items?.map(({ name }) => name) ?? []}
        whyNot={whyNot}
        onAdd={(set: Record<string, AlarmRule>) => review({ set, remove: [] })}
      />
      {search.edit !== undefined && items && (search.edit === '' || edited?.rule) && (
        <AlarmDrawer
          key={search.edit}
          address={address}
          name={search.edit}
          rule={edited?.rule ?? null}
          onReview={(name, rule) => review({ set: { [name]: rule }, remove: [] })}
          onClose={() => onSearch({ edit: undefined })}
        />
      )}
      {search.review && (
        <ReviewDrawer
          id={`alarms/${connection}/${apiId}/${stage}/${Object.keys(edits.set).join()}${edits.remove.join()}`}
          title={`Change alarms of ${stage}`}
          write={async (input) => {
            const result = await client.alarms.save({ ...address, edits, ...input })
            if (result.change?.status === 'done') setEdits(noEdits)
            return result
          }}
          onClose={() => onSearch({ review: undefined })}
        />
      )}
    </div>
  )
}
