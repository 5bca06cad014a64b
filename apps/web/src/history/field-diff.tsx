import type { FieldChange } from '@callboard/shared-types/changes/plan.schemas'
import { plural } from '../lib/format'
import { DiffTable } from '../ui/diff-table'

interface FieldDiffProps {
  caption: string
  what: string
  now: string
  after?: string
  changes: FieldChange[]
}

/** What differs; what only comes or goes with an override and is the same in force is folded away. */
export function FieldDiff({ caption, what, now, after, changes }: FieldDiffProps) {
  const same = changes.filter(({ sameInForce }) => sameInForce)
  const news = changes.filter(({ sameInForce }) => !sameInForce)
  const heads = { now, ...(after !== undefined && { after }) }
  return (
    <>
      {news.length > 0 && <DiffTable caption={caption} what={what} rows={news} {...heads} />}
      {same.length > 0 && (
        <details className="mt-1.5">
          <summary className="text-ink-2 cursor-pointer rounded-sm text-xs">
            {plural(same.length, 'setting')} of overrides, the same in force on both sides
          </summary>
          <DiffTable caption={`${caption}, the same in force`} what={what} rows={same} {...heads} />
        </details>
      )}
    </>
  )
}
