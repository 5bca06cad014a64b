import type { ConnectionStatus } from '@callboard/shared-types/connections/connections.schemas'
import { plural } from '../lib/format'

type Budget = ConnectionStatus['budget']

/** The budget in one sentence. */
export const budgetWords = ({ used, allowed, windowSeconds, waiting }: Budget): string =>
  [
    `${used} of ${plural(allowed, 'AWS call')} used in the last ${plural(windowSeconds, 'second')}`,
    waiting > 0 ? `, ${waiting} waiting` : '',
  ].join('')
