import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { toAppError } from '../lib/app-error'
import { buttonClass } from '../ui/button'
import { Failure } from '../ui/failure'
import { Lost } from '../ui/lost'
import { useTitle } from '../ui/page'
import { Loading, Skeleton } from '../ui/skeleton'
import { StageHeader } from './stage-header'
import type { StageAct } from './stage-act'
import { StageReviews } from './stage-reviews'
import { StageTabs } from './stage-tabs'

interface StagePageProps {
  address: StageAddress
  /** How it does, drawn by whoever knows. */
  health: ReactNode
  /** What there is to say of a stage that isn't there. */
  lost: ReactNode
  /** What is under review over the stage. */
  act: StageAct | undefined
  onAct: (act: StageAct | undefined) => void
  children: ReactNode
}

const watchedMs = 15_000

/** The frame of one stage: what it is, and its tabs. */
export function StagePage({ address, health, lost, act, onAct, children }: StagePageProps) {
  const stage = useQuery(api.stages.get.queryOptions({ input: address, refetchInterval: watchedMs }))
  useTitle(stage.data ? `${stage.data.apiName} ${address.stage}` : address.stage)
  const error = stage.error && toAppError(stage.error)

  if (error?.code === 'not_found' || error?.code === 'invalid') {
    return (
      <Lost
        title={error.code === 'not_found' && error.data.what.toLowerCase() === 'api' ? 'No such API' : 'No such stage'}
        links={
          <Link to="/" className={buttonClass('primary', 'normal')}>
            Back to the fleet
          </Link>
        }
      >
        <p>
          There is no stage <b className="font-mono text-xs">{address.stage}</b> of an API{' '}
          <b className="font-mono text-xs">{address.apiId}</b> in the connection {address.connection}. It may have been
          deleted, or the address is wrong.
        </p>
        <p className="text-ink-3 mt-1 text-xs">{error.message}</p>
        {error.code === 'not_found' && lost}
      </Lost>
    )
  }
  return (
    <>
      {stage.data ? (
        <StageHeader address={address} stage={stage.data} health={health} onAct={onAct} />
      ) : (
        !error && <HeaderSkeleton />
      )}
      {error && (
        <div className="mt-3">
          <Failure error={stage.error} onRetry={() => void stage.refetch()} />
        </div>
      )}
      {(stage.data || !error) && <StageTabs address={address} />}
      {(stage.data || !error) && children}
      <StageReviews address={address} act={act} onClose={() => onAct(undefined)} />
    </>
  )
}

const HeaderSkeleton = () => (
  <div className="border-line flex flex-col gap-1.5 border-l-4 pl-3">
    <Loading what="the stage" />
    <Skeleton className="h-6 w-56" />
    <Skeleton className="h-4 w-96 max-w-full" />
  </div>
)
