import type { FieldChange } from '@callboard/shared-types/changes/plan.schemas'

const shown = 3

/** Before → after in a line each; the rest is on the change's own page. */
export function ShortDiff({ changes }: { changes: FieldChange[] }) {
  const news = changes.toSorted((a, b) => Number(a.sameInForce ?? false) - Number(b.sameInForce ?? false))
  return (
    <ul className="text-xs">
      {news.slice(0, shown).map(({ field, label, before, after, beforeNote, afterNote }) => (
        <li key={field} className="text-ink-2 wrap-anywhere">
          {label}{' '}
          <span className="text-ink font-mono">
            <span>{beforeNote ?? before ?? 'none'}</span> → <span>{afterNote ?? after ?? 'none'}</span>
          </span>
        </li>
      ))}
      {changes.length > shown && <li className="text-ink-3">and {changes.length - shown} more</li>}
    </ul>
  )
}
