import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Moment, StageThen } from '@callboard/shared-types/history/history.schemas'
import { api } from '../lib/api'
import { Failure } from '../ui/failure'
import { Loading, Skeleton } from '../ui/skeleton'
import { DateTime } from '../ui/when'
import { ComparedWith, type ComparedProps } from './compared-with'
import { FieldDiff } from './field-diff'
import { FieldsThen } from './fields-then'

/** One moment: what was changed then, what differs from now or from another, and the whole stage as it was. */
export function MomentView(props: ComparedProps) {
  const { address, moment } = props
  const then = useQuery(
    api.history.get.queryOptions({
      input: { ...address, moment: moment.id },
      placeholderData: (before) => before,
    }),
  )
  return (
    <>
      <div className="border-line-soft grid gap-x-6 gap-y-4 border-t pt-3 lg:grid-cols-2">
        <section aria-label="The moment" className="min-w-0">
          <Headline moment={moment} />
          {then.error && <Failure error={then.error} onRetry={() => void then.refetch()} />}
          {then.isPending && (
            <>
              <Loading what="the moment" />
              <Skeleton className="mt-3 h-20 w-full" />
            </>
          )}
          {then.data && <Changed moment={moment} then={then.data} />}
        </section>
        <ComparedWith {...props} />
      </div>
      {then.data && then.data.fields.length > 0 && <FieldsThen fields={then.data.fields} />}
    </>
  )
}

function Headline({ moment: { change, at, until, seenAt, kind } }: { moment: Moment }) {
  return (
    <>
      <h3 className="font-semibold wrap-anywhere">
        {change ? (
          <Link to="/activity/$changeId" params={{ changeId: change.id }} className="hover:underline">
            {change.title}
          </Link>
        ) : (
          'First seen by Callboard'
        )}
      </h3>
      <p className="text-ink-2 text-xs">
        {change && <>{change.actor.name} · </>}
        {kind === 'gone' ? 'gone' : 'so'} from <DateTime at={at} />{' '}
        {until ? (
          <>
            until <DateTime at={until} />
          </>
        ) : (
          'until now'
        )}
        {change?.actor.kind === 'outside' && at !== seenAt && (
          <span className="text-ink-3">
            {' '}
            · by AWS’s date; seen <DateTime at={seenAt} format="clock" />
          </span>
        )}
      </p>
    </>
  )
}

function Changed({ moment: { kind }, then: { changed } }: { moment: Moment; then: StageThen }) {
  if (kind === 'first')
    return <p className="text-ink-2 mt-2 text-sm">What the stage was before isn’t known: AWS keeps no history of it.</p>
  if (kind === 'gone') return <p className="text-ink-2 mt-2 text-sm">The stage was no longer there.</p>
  if (changed.length === 0) return <p className="text-ink-2 mt-2 text-sm">It was set as before.</p>
  return (
    <div className="mt-2">
      <FieldDiff caption="What was changed at this moment" what="What was changed" changes={changed} now="Before" />
    </div>
  )
}
