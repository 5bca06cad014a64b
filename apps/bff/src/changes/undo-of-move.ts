import type { UndoKind } from '@callboard/shared-types/changes/plan.schemas'
import { stagePatch } from '../aws/stage-patch.ts'
import type { Snapshot } from '../db/snapshots.ts'

/** What can be put back of what somebody did without Callboard, by its two states. */
export function undoOfMove(before: Snapshot | undefined, after: Snapshot): UndoKind {
  if (after.gone) return { kind: 'compensating', notRestored: goneForGood }
  if (!before || before.gone) return none('A stage that was made outside Callboard is not deleted by an undo')
  if (before.createdMs !== after.createdMs) return none('It is another stage now: the time machine has what it was')
  const [unreachable] = stagePatch(after.config, before.config).unreachable
  if (unreachable) return none(`${unreachable.field}: ${unreachable.reason}`)
  return clusterUndo(before.config, after.config)
}

/** What a stage that is made again doesn't have of the one that was deleted. */
export const goneForGood = ['its creation date', 'what its cache held', 'its places in usage plans', 'its web ACL']

const none = (why: string): UndoKind => ({ kind: 'none', why })

type Cluster = { cacheClusterEnabled: boolean; cacheClusterSize?: string | undefined }

/** Which undo a change has that puts all fields back: a cache cluster comes back empty, and later. */
export const clusterUndo = (before: Cluster, after: Cluster): UndoKind =>
  before.cacheClusterEnabled === after.cacheClusterEnabled && before.cacheClusterSize === after.cacheClusterSize
    ? { kind: 'exact' }
    : {
        kind: 'compensating',
        notRestored: ['what the cache held', 'the about 4 minutes that AWS takes to change a cache cluster'],
      }
