import type { Person, Session } from '@callboard/shared-types/session/session.schemas'
import type { RequestContext } from '../lib/context.ts'
import { invalid, notFound } from '../lib/errors.ts'
import { demoPeople } from './demo-people.ts'
import { getSession } from './get-session.ts'

interface Input {
  subject: string
  password?: string
}

/** @throws not_found (demo), invalid or forbidden (local) */
export async function startSession(context: RequestContext, input: Input): Promise<Session> {
  const person = context.localAdmin ? await withPassword(context, input) : chosen(input)
  await context.setSession(person)
  return getSession({ ...context, person })
}

function chosen({ subject }: Input): Person {
  const person = demoPeople.find((somebody) => somebody.subject === subject)
  if (!person) throw notFound('person', subject)
  return person
}

async function withPassword(
  { localAdmin, remoteAddress }: RequestContext,
  { subject, password }: Input,
): Promise<Person> {
  if (!password) throw invalid('password', 'Give the password')
  const person = await localAdmin!.comeIn(password, remoteAddress)
  // Said after the password, so that nobody learns the name without it.
  if (subject !== person.subject) throw invalid('subject', `The one who comes in with a password is ${person.subject}`)
  return person
}
