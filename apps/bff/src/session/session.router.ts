import { open } from '../lib/endpoints.ts'
import { endSession } from './end-session.ts'
import { getSession } from './get-session.ts'
import { startSession } from './start-session.ts'

export const sessionRouter = {
  get: open.session.get.handler(({ context }) => getSession(context)),
  start: open.session.start.handler(({ context, input }) => startSession(context, input)),
  end: open.session.end.handler(({ context }) => endSession(context)),
}
