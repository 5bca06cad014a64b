import { inside } from '../lib/endpoints.ts'
import { alarmHistory, listAlarms } from './list-alarms.ts'
import { rehearse } from './rehearse.ts'
import { saveAlarms } from './save-alarms.ts'
import { suggestAlarms } from './suggest-alarms.ts'

export const alarmsRouter = {
  list: inside.alarms.list.handler(({ context, input }) => listAlarms(context, input)),
  history: inside.alarms.history.handler(({ context, input }) => alarmHistory(context, input)),
  suggest: inside.alarms.suggest.handler(({ context, input, signal }) => suggestAlarms(context, input, signal)),
  rehearse: inside.alarms.rehearse.handler(({ context, input, signal }) => rehearse(context, input, signal)),
  save: inside.alarms.save.handler(({ context, input }) => saveAlarms(context, input)),
}
