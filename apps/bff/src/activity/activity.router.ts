import { inside } from '../lib/endpoints.ts'
import { getChange } from './get-change.ts'
import { listActivity } from './list-activity.ts'
import { settleChange } from './settle-change.ts'
import { undoChange } from './undo-change.ts'
import { watchEvents } from './watch-events.ts'

export const activityRouter = {
  list: inside.activity.list.handler(({ context, input }) => listActivity(context, input)),
  get: inside.activity.get.handler(({ context, input }) => getChange(context, input)),
  undo: inside.activity.undo.handler(({ context, input }) => undoChange(context, input)),
  settle: inside.activity.settle.handler(({ context, input }) => settleChange(context, input)),
  events: inside.activity.events.handler(({ context, lastEventId, signal }) =>
    watchEvents(context, lastEventId, signal),
  ),
}
