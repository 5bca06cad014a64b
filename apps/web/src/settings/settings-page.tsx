import { useQuery } from '@tanstack/react-query'
import { TraceFor } from '@callboard/shared-types/settings/settings.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import { api, client } from '../lib/api'
import { useKept } from '../lib/kept'
import { useWhyNot } from '../lib/why-not'
import { EditBar } from '../ui/edit-bar'
import { Failure } from '../ui/failure'
import { Loading, Skeleton } from '../ui/skeleton'
import { countEdits, noEdits } from './edits'
import { MethodsPanel } from './methods-panel'
import { StagePanel } from './stage-panel'
import { TagsPanel } from './tags-panel'

interface SettingsPageProps {
  address: StageAddress
  review: boolean
  onReview: (open: boolean) => void
}

/** Logging, metrics, tracing, throttling and tags, for the stage and method by method. */
export function SettingsPage({ address, review, onReview }: SettingsPageProps) {
  const { connection, apiId, stage } = address
  const settings = useQuery(api.settings.get.queryOptions({ input: address, refetchInterval: 15_000 }))
  const whyNot = useWhyNot(connection, ['apigateway:PATCH'], 'Changing settings')
  const [edits, setEdits] = useKept(`settings/${connection}/${apiId}/${stage}`, noEdits)
  const view = settings.data
  if (!view)
    return settings.error ? (
      <Failure error={settings.error} onRetry={() => void settings.refetch()} />
    ) : (
      <>
        <Loading what="the settings" />
        <Skeleton className="h-64 w-full" />
      </>
    )
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 lg:grid-cols-2 lg:items-start">
        <StagePanel view={view} edits={edits} onEdits={setEdits} />
        <TagsPanel view={view} edits={edits} onEdits={setEdits} />
      </div>
      <MethodsPanel view={view} edits={edits} onEdits={setEdits} />
      <EditBar
        edits={countEdits(edits)}
        why={whyNot}
        onDiscard={() => setEdits(noEdits)}
        onReview={() => onReview(true)}
      />
      {review && (
        <ReviewDrawer
          id={`settings/${connection}/${apiId}/${stage}`}
          title={`Change settings of ${stage}`}
          write={async (input, choices) => {
            const traceFor = TraceFor.safeParse(choices['traceFor']).data
            const result = await client.settings.save({ ...address, edits, traceFor, ...input })
            if (result.change) setEdits(noEdits)
            return result
          }}
          onClose={() => onReview(false)}
        />
      )}
    </div>
  )
}
