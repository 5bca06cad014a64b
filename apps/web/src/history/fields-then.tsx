import { ChevronRight } from 'lucide-react'
import type { FieldValue } from '@callboard/shared-types/history/history.schemas'
import { plural } from '../lib/format'
import { Breakable } from '../ui/breakable'

const groups: [title: string, begins: RegExp][] = [
  ['Variables', /^variables\./],
  ['Canary', /^canarySettings\./],
  ['Cache cluster', /^cacheCluster/],
  ['Access log', /^accessLogSettings\./],
  ['Methods', /^methodSettings\./],
  ['Tags', /^tags\./],
]
const groupOf = ({ field }: FieldValue) => groups.find(([, begins]) => begins.test(field))?.[0] ?? 'Stage'
const order = ['Stage', ...groups.map(([title]) => title)]

/** The whole stage as it was, folded away until it's asked for. */
export function FieldsThen({ fields }: { fields: FieldValue[] }) {
  const grouped = [...Map.groupBy(fields, groupOf)].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return (
    <details className="group border-line-soft mt-4 border-t pt-3">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm font-semibold">
        <ChevronRight size={14} aria-hidden className="text-ink-3 transition-transform group-open:rotate-90" />
        The stage as it was <span className="text-ink-3 text-xs font-normal">{plural(fields.length, 'field')}</span>
      </summary>
      <div className="mt-2 columns-1 gap-x-8 md:columns-2 2xl:columns-3">
        {grouped.map(([title, members]) => (
          <section key={title} aria-label={title} className="mb-3 break-inside-avoid-column">
            <h4 className="text-ink-3 text-2xs font-semibold">{title}</h4>
            <dl className="divide-line-soft divide-y text-sm">
              {members.map(({ field, label, value, note }) => (
                <div key={field} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 py-1">
                  <dt className="text-ink-2 wrap-anywhere">
                    <Breakable text={label} />
                  </dt>
                  <dd className="wrap-anywhere">
                    {note && <span className="mr-1.5">{note}</span>}
                    <span className="font-mono text-xs">{value}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </details>
  )
}
