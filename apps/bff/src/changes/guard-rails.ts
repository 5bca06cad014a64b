import type { Plan } from '@callboard/shared-types/changes/plan.schemas'
import type { WriteInput } from '@callboard/shared-types/changes/change.schemas'
import type { Person, Role } from '@callboard/shared-types/session/session.schemas'
import { AppError, invalid } from '../lib/errors.ts'
import { movedFields } from './plan.ts'

const rank: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 }

/** @throws forbidden, naming the role that is needed */
export function requireRole(person: Person, role: Role): void {
  if (rank[person.role] < rank[role])
    throw new AppError('forbidden', `This needs the role ${role}; ${person.name} is ${person.role}`, {
      rule: `role: ${role}`,
    })
}

/** @throws guard_rail */
export function requireUnblocked({ blocked }: Plan): void {
  if (blocked) throw new AppError('guard_rail', blocked.reason, { rule: blocked.rule, fields: blocked.fields })
}

/**
 * Everything that must hold before anything is sent.
 * @throws invalid, moved (with the present plan), guard_rail
 */
export function requireGo(plan: Plan, write: WriteInput): void {
  if (!write.seen) throw invalid('seen', 'Send back `seen` of the plan that was looked at')
  const fields = movedFields(write.seen, plan)
  if (fields.length > 0)
    throw new AppError('moved', `Nothing was sent: ${fields.join(', ')} changed since you looked`, { fields, plan })
  requireUnblocked(plan)
  if (plan.confirm !== null && write.confirm !== plan.confirm)
    throw new AppError('guard_rail', `Type ${plan.confirm} to confirm`, {
      rule: 'confirm',
      fields: ['confirm'],
    })
}
