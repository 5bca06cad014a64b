import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ChangeDetail, WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { declare, readErrors, sessionErrors, writeErrors } from '../lib/errors.ts'
import { endpoint } from '../lib/endpoint.ts'
import { ActivityFilter, ActivityPage, LiveEvent } from './activity.schemas.ts'

const ChangeId = z.object({ changeId: z.string().max(64) })

export const activityContract = {
  list: endpoint('GET', '/activity', 'What happened, newest first')
    .errors(sessionErrors)
    .input(ActivityFilter)
    .output(ActivityPage),
  get: endpoint('GET', '/activity/{changeId}', 'One change with all its rows')
    .errors({ ...sessionErrors, ...declare('not_found') })
    .input(ChangeId)
    .output(ChangeDetail),
  undo: endpoint('POST', '/activity/{changeId}/undo', 'Undo a change, keeping the later edits of others')
    .errors(writeErrors)
    .input(ChangeId.extend(WriteInput.shape))
    .output(WriteResult),
  settle: endpoint('POST', '/activity/{changeId}/settle', 'Say what became of a change that ended unclear')
    .errors({ ...readErrors, ...declare('forbidden', 'guard_rail') })
    .input(ChangeId.extend({ as: z.enum(['done', 'failed']), note: z.string().trim().min(1).max(500) }))
    .output(ChangeDetail),
  /** Server-sent events with ids; after a gap the stream says so and the client refetches. */
  events: endpoint('GET', '/events', 'What happens, as it happens')
    .errors(sessionErrors)
    .output(eventIterator(LiveEvent)),
}
