import { useSuspenseQuery } from '@tanstack/react-query'
import type { Person, Role } from '@callboard/shared-types/session/session.schemas'
import { api } from './api'

/** Who is signed in; pages inside the frame are only drawn for someone. */
export function usePerson(): Person {
  const { data } = useSuspenseQuery(api.session.get.queryOptions({ staleTime: Infinity }))
  if (!data.person) throw new Error('drawn without a person')
  return data.person
}

const rank: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 }

/** Why this person may not do it, or null where they may. `act` is a gerund, such as `Rolling back`. */
export function whyNot(person: Person, needed: Role, act: string): string | null {
  if (rank[person.role] >= rank[needed]) return null
  return `${act} needs the role ${needed}; you are ${person.role}.`
}
