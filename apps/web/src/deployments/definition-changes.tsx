import { ChevronRight } from 'lucide-react'
import type { DefinitionDifference, DefinitionSection } from '@callboard/shared-types/deployments/deployments.schemas'
import { plural } from '../lib/format'
import { Chip } from '../ui/chip'
import { cx } from '../ui/cx'
import type { Tone } from '../ui/tone'

const tones: Record<DefinitionSection['kind'], Tone> = { added: 'ok', removed: 'bad', changed: 'warn' }

/** Where whole definitions differ: integrations, templates, models, authorizers, line by line. */
export function DefinitionChanges({ difference }: { difference: DefinitionDifference }) {
  return (
    <section aria-label="Definitions" className="border-line-soft mt-3 border-t pt-3">
      <h3 className="text-sm font-semibold">Whole definitions</h3>
      {difference.known ? (
        <>
          {difference.sections.length === 0 && (
            <p className="text-ink-2 text-sm">Both have the same definition, integrations and templates included.</p>
          )}
          {difference.sections.map((section, index) => (
            <Section key={section.name} section={section} open={difference.sections.length <= 3 || index === 0} />
          ))}
          <p className="text-ink-3 mt-1.5 text-xs">
            {plural(difference.unchangedCount, 'part')} alike, as Callboard kept them when each was live.
          </p>
        </>
      ) : (
        <p className="text-ink-2 text-xs">
          {difference.why}. Routes, how each is authorised and whether it wants a key: that is all AWS keeps of a
          deployment.
        </p>
      )}
    </section>
  )
}

const Section = ({ section: { name, kind, lines }, open }: { section: DefinitionSection; open: boolean }) => (
  <details open={open} className="group mt-1.5">
    <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-sm">
      <ChevronRight size={13} aria-hidden className="text-ink-3 shrink-0 transition-transform group-open:rotate-90" />
      <span className="font-mono text-xs wrap-anywhere">{name}</span>
      <Chip tone={tones[kind]}>{kind}</Chip>
    </summary>
    <pre
      tabIndex={0}
      aria-label={`Lines of ${name} that differ`}
      className="border-line bg-sunken mt-1 max-h-96 overflow-auto rounded-md border py-1.5 font-mono text-xs"
    >
      {lines.map((line, index) => (
        <Line key={index} {...line} />
      ))}
    </pre>
  </details>
)

const looks = {
  same: { sign: ' ', className: 'text-ink-2' },
  added: { sign: '+', className: 'bg-ok-weak text-ink' },
  removed: { sign: '−', className: 'bg-bad-weak text-ink' },
  gap: { sign: '⋯', className: 'text-ink-3' },
}

const Line = ({ kind, text }: DefinitionSection['lines'][number]) => (
  <span className={cx('block px-2.5', looks[kind].className)}>
    <span aria-hidden className="text-ink-3 inline-block w-4">
      {looks[kind].sign}
    </span>
    {(kind === 'added' || kind === 'removed') && <span className="sr-only">{kind}: </span>}
    {text}
  </span>
)
