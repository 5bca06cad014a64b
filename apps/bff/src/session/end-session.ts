import type { Session } from '@callboard/shared-types/session/session.schemas'
import type { RequestContext } from '../lib/context.ts'
import { getSession } from './get-session.ts'

export async function endSession(context: RequestContext): Promise<Session> {
  await context.setSession(null)
  return getSession({ ...context, person: null })
}
