import { skipToken, useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { DateTime } from '../ui/when'
import { RestoreReview } from './restore-review'

/** For an address without a stage: that there was one, since when it's gone, and the way to have it again. */
export function GoneStage({ address }: { address: StageAddress }) {
  const [restoring, setRestoring] = useState(false)
  const { data } = useQuery(api.history.list.queryOptions({ input: { ...address, limit: 2 } }))
  const [gone, before] = data?.items ?? []
  const isGone = gone?.kind === 'gone'
  const then = useQuery(
    api.history.get.queryOptions({ input: isGone && before ? { ...address, moment: before.id } : skipToken }),
  )
  const whyNot = useWhyNot(address.connection, ['apigateway:POST'], 'Making it again')
  if (!isGone || !before) return null
  const runs = then.data?.fields.find(({ field }) => field === 'deploymentId')
  return (
    <div className="mt-4">
      <Note>
        <p>
          It was there until <DateTime at={gone.at} />
          {gone.change && `, and was deleted by ${gone.change.actor.name}`}
          {runs && `; it ran ${runs.note ?? runs.value}`}. Callboard kept its settings.
        </p>
        <Button size="small" className="mt-2" why={whyNot} onClick={() => setRestoring(true)}>
          <RotateCcw size={13} aria-hidden /> Make it again…
        </Button>
      </Note>
      {restoring && <RestoreReview address={address} moment={before.id} onClose={() => setRestoring(false)} />}
    </div>
  )
}
