import { toInstant } from '@callboard/shared-types/lib/instant'
import { readTrail, type TrailEvent } from '../aws/trail.reader.ts'
import type { Naming } from '../db/namings.ts'
import type { Services } from '../lib/context.ts'
import { AppError, isAppError } from '../lib/errors.ts'
import { listNames } from '../lib/list-names.ts'

/** Clocks differ a little, and CloudTrail tells whole seconds. */
const slackMs = 2_000
const minute = 60_000
/** CloudTrail tells after 15 minutes at most; after twice that nothing more comes. */
const publishedAfterMs = 30 * minute

/** Asks CloudTrail who did what was seen to have been done outside Callboard, as far as it may be asked. */
export async function nameOutside(services: Services, signal: AbortSignal): Promise<void> {
  const { outside, clocks } = services
  for (const naming of await outside.namings.due(clocks.worldMs())) {
    if (signal.aborted) return
    await nameOne(services, naming)
  }
}

async function nameOne(services: Services, naming: Naming): Promise<void> {
  const { outside, clocks } = services
  const { change_id: id } = naming
  try {
    const events = await theirs(services, naming)
    if (events.length > 0) await outside.name(id, sentence(events), whoOf(events))
    else if (clocks.worldMs() - naming.to_ms < publishedAfterMs) return await again(services, naming)
    else await outside.name(id, 'CloudTrail shows nobody who did it')
    await outside.namings.done(naming)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const said = whyNot(error)
    if (naming.said !== said) await outside.name(id, said)
    await again(services, { ...naming, said })
  }
}

const whyNot = (error: AppError): string =>
  isAppError(error, 'aws_denied')
    ? `Who did it can't be asked: Callboard lacks the permission ${error.data.action}. AWS says: ${error.message}`
    : `CloudTrail doesn't answer who did it: ${error.message}`

/** Soon at first, then hourly: a permission may come later. */
async function again({ outside, clocks }: Services, naming: Naming): Promise<void> {
  const passed = clocks.worldMs() - naming.to_ms
  const next = clocks.worldMs() + Math.round(Math.min(Math.max(passed / 2, minute), 60 * minute))
  if (next > naming.last_ms) await outside.namings.done(naming)
  else await outside.namings.again(naming, next)
}

/** What others did to the stage between the two looks. */
async function theirs({ engine, connections, outside }: Services, naming: Naming): Promise<TrailEvent[]> {
  const change = await engine.store.get(naming.change_id)
  const connection = change && connections.find(change.head.account_id, change.head.region)
  if (!connection) return []
  const { api_id: apiId, stage } = change.head
  const events = await readTrail(connection, {
    apiId,
    stage,
    operations: naming.operations.split(','),
    fromMs: naming.from_ms - slackMs,
    toMs: naming.to_ms + slackMs,
  })
  const ours = await outside.namings.ownRequests(naming)
  return events.filter(({ requestId }) => !requestId || !ours.has(requestId))
}

const named = ({ name, role }: TrailEvent) => (role && role !== name ? `${name} (role ${role})` : name)

function whoOf(events: TrailEvent[]) {
  const names = [...new Set(events.map(named))]
  return { name: listNames(names), arn: names.length === 1 ? events[0]!.arn : '' }
}

function sentence(events: TrailEvent[]): string {
  const parts = events.map((event) => {
    const at = toInstant(event.atMs).slice(11, 19)
    return `${named(event)}, ${event.operation} at ${at} UTC${event.agent ? ` by ${event.agent}` : ''}`
  })
  return `CloudTrail: ${[...new Set(parts)].join('; ')}`
}
