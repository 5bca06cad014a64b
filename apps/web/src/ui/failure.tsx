import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { toAppError } from '../lib/app-error'
import { explain } from '../lib/explain'
import { Button } from './button'
import { Note } from './note'

/** What went wrong: who said what, what it means, and what to do. */
function FailureText({ error }: { error: unknown }) {
  const { title, sentence, meaning, aws } = explain(toAppError(error))
  return (
    <>
      <p className="font-semibold">{title}</p>
      {sentence && <p className="text-ink">{aws ? `AWS says: “${sentence}”` : sentence}</p>}
      <p className="text-ink-2">{meaning}</p>
      {aws && (
        <p className="text-ink-2 mt-1 font-mono text-xs">
          {aws.operation} · {aws.name}
          {aws.requestId && ` · request ${aws.requestId}`}
        </p>
      )}
    </>
  )
}

interface FailureProps {
  error: unknown
  /** Fetches again what failed. */
  onRetry?: () => void
  children?: ReactNode
}

/** The failed state of a page or a panel. */
export function Failure({ error, onRetry, children }: FailureProps) {
  return (
    <Note look="bad" alert>
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-60 flex-1">
          <FailureText error={error} />
          {children}
        </div>
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            <RotateCw size={13} aria-hidden /> Try again
          </Button>
        )}
      </div>
    </Note>
  )
}
