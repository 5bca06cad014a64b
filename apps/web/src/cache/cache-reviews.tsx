import type { CacheEdits } from '@callboard/shared-types/cache/cache.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import type { Write } from '../changes/write'
import { client } from '../lib/api'
import type { CacheAct } from './cache-act'

const titles: Record<CacheAct, string> = {
  save: 'Change the cache',
  flush: 'Flush the cache',
  authorizers: 'Flush the authorizer cache',
}

interface CacheReviewProps {
  address: StageAddress
  act: CacheAct
  edits: CacheEdits
  /** They are in force: nothing is left to edit. */
  onSaved: () => void
  onClose: () => void
}

export function CacheReview({ address, act, edits, onSaved, onClose }: CacheReviewProps) {
  const writes: Record<CacheAct, Write> = {
    save: async (input) => {
      const result = await client.cache.save({ ...address, edits, ...input })
      if (result.change?.status === 'done') onSaved()
      return result
    },
    flush: (input) => client.cache.flush({ ...address, ...input }),
    authorizers: (input) => client.cache.flushAuthorizers({ ...address, ...input }),
  }
  return (
    <ReviewDrawer
      key={act}
      id={`cache-${act}/${address.connection}/${address.apiId}/${address.stage}`}
      title={titles[act]}
      write={writes[act]}
      onClose={onClose}
    />
  )
}
