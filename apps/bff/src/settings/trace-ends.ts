import { isStageTarget } from '@callboard/shared-types/changes/target'
import type { StageTarget } from '@callboard/shared-types/changes/plan.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { StoredChange } from '../changes/change-store.ts'
import type { Services } from '../lib/context.ts'

/** Full logging of requests that was switched on for a time. */
export interface TraceEnd {
  /** The change that switched it on. */
  changeId: string
  by: string
  target: StageTarget
  minutes: number
  /** AWS's keys of the methods, and when it ends (world time, epoch milliseconds). */
  keys: string[]
  atMs: number
}

/** The longest time that can be chosen, and a margin for a Callboard that was off when it was up. */
const lookBackMs = 7 * 86_400_000

/** As many later changes to one stage are looked through for one that touched the same method. */
const fewChanges = 200

/** The field that says whether a method is logged in full; its key between. */
const traceField = /^methodSettings\.(.+)\.dataTraceEnabled$/

/**
 * The ends that are still to come, or due. The changes themselves are the record: one that switched full logging on says
 * for how long, and stands until a later change, of ours or from outside, touches the same setting.
 */
export async function pendingTraceEnds({ engine, clocks }: Services, address?: StageAddress): Promise<TraceEnd[]> {
  const since = clocks.worldMs() - lookBackMs
  const ends: TraceEnd[] = []
  for (const change of await engine.store.endedOf('settings.save', since, address)) {
    const minutes = Number(change.plan.choices.find(({ input }) => input === 'traceFor')?.chosen)
    const { target } = change.plan
    if (!minutes || !isStageTarget(target)) continue
    const keys = await stillMeant(engine.store, change, target)
    if (keys.length === 0) continue
    const atMs = (change.ended?.atMs ?? change.head.at_ms) + minutes * 60_000
    ends.push({ changeId: change.head.id, by: change.head.actor_name, target, minutes, keys, atMs })
  }
  return ends
}

async function stillMeant(store: Services['engine']['store'], change: StoredChange, target: StageTarget) {
  const later = (await store.list({ apiId: target.apiId, stage: target.stage, limit: fewChanges })).filter(
    ({ head, ended }) => head.id > change.head.id && ended?.status !== 'failed',
  )
  const touched = new Set(later.flatMap(({ plan }) => plan.changes.map((of) => of.field)))
  return change.plan.changes.flatMap(({ field, after }) => {
    const key = traceField.exec(field)?.[1]
    return key !== undefined && after === 'true' && !touched.has(field) ? [key] : []
  })
}
