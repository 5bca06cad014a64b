import { PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { plural } from '../lib/format'
import { Button } from './button'

interface EditBarProps {
  /** How many things were edited and aren't sent yet; without any there is no bar. */
  edits: number
  /** Why they can't be reviewed now, said in place. */
  why?: string | null
  onDiscard: () => void
  onReview: () => void
  /** What else there is to say, such as what changed under the form. */
  children?: ReactNode
}

/** Stays at the bottom of the page while edits wait: nothing is sent before the review. */
export function EditBar({ edits, why, onDiscard, onReview, children }: EditBarProps) {
  if (edits === 0) return null
  return (
    <section
      aria-label="Unsaved edits"
      className="bg-panel border-line-strong shadow-pop sticky bottom-3 z-10 mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border px-3.5 py-2"
    >
      <span role="status" className="inline-flex items-center gap-2 font-semibold">
        <PencilLine size={14} aria-hidden className="text-accent" />
        {plural(edits, 'edit')}, not sent yet
      </span>
      {children}
      {why && <span className="text-ink-2 text-xs">{why}</span>}
      <span className="ml-auto flex items-center gap-2">
        <Button onClick={onDiscard}>Discard</Button>
        <Button look="primary" why={why ?? null} onClick={onReview}>
          Review…
        </Button>
      </span>
    </section>
  )
}
