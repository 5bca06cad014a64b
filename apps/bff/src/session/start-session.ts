import type { Session } from '@callboard/shared-types/session/session.schemas'
import type { RequestContext } from '../lib/context.ts'
import { notFound } from '../lib/errors.ts'
import { demoPeople } from './demo-people.ts'
import { getSession } from './get-session.ts'

export async function startSession(context: RequestContext, { subject }: { subject: string }): Promise<Session> {
  const person = demoPeople.find((somebody) => somebody.subject === subject)
  if (!person) throw notFound('person', subject)
  await context.setSession(person)
  return getSession({ ...context, person })
}
