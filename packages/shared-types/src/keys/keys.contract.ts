import { z } from 'zod'
import { endpoint } from '../lib/endpoint.ts'
import { WriteInput, WriteResult } from '../changes/change.schemas.ts'
import { declare, readErrors, sessionErrors, writeErrors } from '../lib/errors.ts'
import { Instant } from '../lib/instant.schemas.ts'
import { ConnectionName, StageAddress } from '../lib/stage-ref.ts'
import { valueLength } from './key-rules.ts'
import { KeyId } from '../plans/plans.schemas.ts'
import { ImportRow, RefusedRows } from './import.schemas.ts'
import { KeyTask, Rotation } from './key-tasks.schemas.ts'
import { KeyEdits, KeyList, KeyStrip, KeyView, MadeKey, mostStrips, NewKey } from './keys.schemas.ts'
import { WhyView } from './why.schemas.ts'

const OfConnection = z.object({ connection: ConnectionName })
const OfKey = OfConnection.extend({ keyId: KeyId })

const base = '/c/{connection}/keys'

export const keysContract = {
  list: endpoint('GET', base, 'Every API key of a connection, without its value')
    .errors(readErrors)
    .input(OfConnection)
    .output(KeyList),
  get: endpoint('GET', `${base}/{keyId}`, 'One API key, without its value')
    .errors(readErrors)
    .input(OfKey)
    .output(KeyView),
  strips: endpoint('GET', '/c/{connection}/key-usage', 'What some keys used over the last 30 days, for those in view')
    .errors(readErrors)
    .input(OfConnection.extend({ keyIds: z.array(KeyId).max(mostStrips).default([]) }))
    .output(z.object({ items: z.array(KeyStrip) })),
  recognise: endpoint('POST', `${base}/recognise`, 'Which key a value is; the value is kept nowhere')
    .errors({ ...readErrors, ...declare('forbidden') })
    .input(
      OfConnection.extend({
        value: z
          .string()
          .trim()
          .min(1)
          .max(valueLength.most * 2),
      }),
    )
    .output(z.object({ key: z.object({ id: KeyId, name: z.string() }).nullable() })),
  create: endpoint('POST', base, 'Make an API key; its value is in this answer and never again')
    .errors(writeErrors)
    .input(OfConnection.extend(WriteInput.shape).extend({ key: NewKey }))
    .output(WriteResult.extend({ made: MadeKey.nullable() })),
  save: endpoint('POST', `${base}/{keyId}`, 'Change a key, its tags and its plans')
    .errors(writeErrors)
    .input(OfKey.extend(WriteInput.shape).extend({ edits: KeyEdits }))
    .output(WriteResult),
  remove: endpoint('POST', `${base}/{keyId}/remove`, 'Delete a key for good')
    .errors(writeErrors)
    .input(OfKey.extend(WriteInput.shape))
    .output(WriteResult),
  reveal: endpoint('POST', `${base}/{keyId}/reveal`, "Show a key's value; that it was shown is kept in the activity")
    .errors(writeErrors)
    .input(OfKey.extend(WriteInput.shape))
    .output(WriteResult.extend({ value: z.string().nullable() })),
  import: endpoint(
    'POST',
    `${base}/import`,
    'Make keys of a CSV file; a dry run tells row by row what would become of it',
  )
    .errors(writeErrors)
    .input(
      OfConnection.extend(WriteInput.shape).extend({
        csv: z.string().max(900_000),
        refused: RefusedRows.default('stop'),
      }),
    )
    .output(WriteResult.extend({ rows: z.array(ImportRow) })),
  retire: endpoint('POST', `${base}/{keyId}/retire`, 'Disable a key now, and delete it after a time')
    .errors(writeErrors)
    .input(OfKey.extend(WriteInput.shape).extend({ deleteAfterDays: z.number().min(0).max(365) }))
    .output(WriteResult),
  rotate: endpoint(
    'POST',
    `${base}/{keyId}/rotate`,
    'Put a new key in the place of another, with a time in which both are valid',
  )
    .errors(writeErrors)
    .input(OfKey.extend(WriteInput.shape).extend({ rotation: Rotation }))
    .output(WriteResult.extend({ made: MadeKey.nullable() })),
  expire: endpoint('POST', `${base}/{keyId}/expire`, 'Say when a key ends, or that it does not')
    .errors({ ...sessionErrors, ...declare('not_found', 'forbidden', 'guard_rail') })
    .input(OfKey.extend({ at: Instant.nullable() }))
    .output(z.object({ task: KeyTask.nullable() })),
  cancelTask: endpoint(
    'POST',
    '/key-tasks/{taskId}/cancel',
    'Call off what the clock would do with a key; keys stay as they are',
  )
    .errors({ ...sessionErrors, ...declare('not_found', 'forbidden', 'guard_rail') })
    .input(z.object({ taskId: z.string().max(64) }))
    .output(z.object({ task: KeyTask })),
  why: endpoint(
    'GET',
    '/c/{connection}/{kind}/{apiId}/stages/{stage}/why',
    'What the gateway answers to a request with a key, and why',
  )
    .errors(readErrors)
    .input(
      StageAddress.extend({
        /** Without one the request carries no key that is known. */
        keyId: KeyId.optional(),
        method: z.string().regex(/^[A-Z]{3,10}$/),
        /** As it's called, such as `/pets/7`. */
        path: z.string().startsWith('/').max(2_000),
      }),
    )
    .output(WhyView),
}
