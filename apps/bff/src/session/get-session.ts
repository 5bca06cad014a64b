import { toInstant } from '@callboard/shared-types/lib/instant'
import type { Session } from '@callboard/shared-types/session/session.schemas'
import type { RequestContext } from '../lib/context.ts'
import { version } from '../lib/version.ts'
import { demoPeople } from './demo-people.ts'

export const getSession = ({ person, config, clocks }: RequestContext): Session => ({
  person,
  auth: config.AUTH,
  people: config.AUTH === 'demo' ? demoPeople : [],
  worldNow: toInstant(clocks.worldMs()),
  worldSpeed: clocks.worldSpeed(),
  version,
})
