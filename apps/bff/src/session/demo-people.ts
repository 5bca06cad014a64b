import type { Person } from '@callboard/shared-types/session/session.schemas'

/** Who can be chosen with AUTH=demo. */
export const demoPeople: Person[] = [
  { issuer: 'demo', subject: 'mara', name: 'mara', role: 'operator' },
  { issuer: 'demo', subject: 'jonas', name: 'jonas', role: 'operator' },
  { issuer: 'demo', subject: 'sofia', name: 'sofia', role: 'admin' },
  { issuer: 'demo', subject: 'li', name: 'li', role: 'viewer' },
]
