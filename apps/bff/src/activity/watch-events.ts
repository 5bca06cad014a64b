import type { LiveEvent } from '@callboard/shared-types/activity/activity.schemas'
import { withEventMeta } from '@orpc/server'
import type { Ctx } from '../lib/context.ts'

/** Goes on until the client leaves. Each event has an id; one that comes back names the last it saw. */
export async function* watchEvents(
  { events, stopping }: Ctx,
  lastEventId: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<LiveEvent> {
  for await (const { id, event } of events.read(lastEventId, AbortSignal.any([stopping, ...(signal ? [signal] : [])])))
    yield withEventMeta(event, { id })
}
