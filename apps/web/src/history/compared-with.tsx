import { useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import type { Moment } from '@callboard/shared-types/history/history.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { plural } from '../lib/format'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'
import { Failure } from '../ui/failure'
import { Select } from '../ui/select'
import { Loading, Skeleton } from '../ui/skeleton'
import { FieldDiff } from './field-diff'
import { useMomentWords } from './moment-words'

export interface ComparedProps {
  address: StageAddress
  moment: Moment
  moments: Moment[]
  /** What it's compared with: another moment, or `stage:…`; now unless told. */
  beside: string | undefined
  onBeside: (beside: string | undefined) => void
  onRestore: () => void
}

const ofStage = 'stage:'

/** What the other side of a comparison is, as the URL has it, as the endpoint takes it. */
function sideOf(beside: string | undefined) {
  if (beside?.startsWith(ofStage)) return { to: 'now', withStage: beside.slice(ofStage.length) }
  return { to: beside ?? 'now' }
}

/** The stage as it was beside what it is now, what it was at another moment, or what another stage is. */
export function ComparedWith({ address, moment, moments, beside, onBeside, onRestore }: ComparedProps) {
  const compared = useQuery(
    api.history.compare.queryOptions({
      input: { ...address, from: moment.id, ...sideOf(beside) },
      placeholderData: (before) => before,
      refetchInterval: 15_000,
    }),
  )
  const changes = compared.data?.changes ?? []
  const whyNot = useWhyNot(address.connection, ['apigateway:PATCH'], 'Restoring')
  const isNow = moment.until === null
  const why =
    whyNot ??
    (moment.kind === 'gone' ? 'The stage wasn’t there at that moment.' : isNow ? 'The stage is so now.' : null)
  const other = beside?.startsWith(ofStage) ? beside.slice(ofStage.length) : beside ? 'The other moment' : 'Now'
  return (
    <section aria-label="Compared" className="min-w-0">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label="Compared with"
          value={beside ?? 'now'}
          options={useSides(address, moments, moment)}
          onChoose={(next) => onBeside(next === 'now' ? undefined : next)}
          className="w-72 max-w-full lg:max-xl:w-52"
        />
        <span className="ml-auto">
          <Button look="primary" why={why} onClick={onRestore}>
            <RotateCcw size={13} aria-hidden /> Restore this…
          </Button>
        </span>
      </div>
      {compared.error && (
        <div className="mt-2">
          <Failure error={compared.error} onRetry={() => void compared.refetch()} />
        </div>
      )}
      {compared.isPending && (
        <>
          <Loading what="the comparison" />
          <Skeleton className="mt-3 h-20 w-full" />
        </>
      )}
      {compared.data && (
        <div className="mt-2">
          {changes.length > 0 ? (
            <FieldDiff caption="What differs" what="What differs" changes={changes} now="Then" after={other} />
          ) : (
            <p className="text-ink-2 text-sm">Nothing differs.</p>
          )}
          <p className="text-ink-3 mt-1.5 text-xs">{plural(compared.data.same, 'field')} alike.</p>
        </div>
      )}
    </section>
  )
}

function useSides({ stage, ...api_ }: StageAddress, moments: Moment[], selected: Moment) {
  const words = useMomentWords()
  const { data } = useQuery(api.apis.get.queryOptions({ input: api_, staleTime: 60_000 }))
  const stages = (data?.stages ?? []).filter((other) => other.stage !== stage)
  return [
    { value: 'now', label: 'This stage now' },
    ...stages.map((other) => ({ value: `${ofStage}${other.stage}`, label: `${other.stage}, now` })),
    ...moments
      .filter(({ id }) => id !== selected.id)
      .map((moment) => ({ value: moment.id, label: words.text(moment) })),
  ]
}
