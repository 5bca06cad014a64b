import type { ReactNode } from 'react'
import { Failure } from './failure'
import { Loading } from './skeleton'

interface PanelStateProps {
  /** What is loaded, to be read out. */
  what: string
  error: Error | null
  isPending: boolean
  onRetry: () => void
  /** Of the shape of what comes. */
  children: ReactNode
}

/** Within a flush panel, while there is nothing to show: that it comes, or why it doesn't. */
export function PanelState({ what, error, isPending, onRetry, children }: PanelStateProps) {
  if (!error && !isPending) return null
  return (
    <div className="px-3.5 pb-3.5">
      {error ? (
        <Failure error={error} onRetry={onRetry} />
      ) : (
        <>
          <Loading what={what} />
          {children}
        </>
      )}
    </div>
  )
}
