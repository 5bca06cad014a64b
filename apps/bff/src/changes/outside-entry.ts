import type { FieldChange, Plan, StageTarget } from '@callboard/shared-types/changes/plan.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { Transaction } from 'kysely'
import type { AwsConnection } from '../aws/connections.ts'
import { deploymentNotes } from '../aws/deployment-view.ts'
import { readRestApis } from '../aws/rest-apis.reader.ts'
import type { SeenDeployment } from '../aws/seen-deployment.ts'
import type { Snapshot } from '../db/snapshots.ts'
import type { Tables } from '../db/tables.ts'
import type { Clocks } from '../lib/clock.ts'
import { isProduction } from '../lib/config.ts'
import { nextId } from '../lib/next-id.ts'
import { fieldChanges } from './field-labels.ts'
import type { RowBody, State } from './rows.ts'
import { ABSENT } from './absent.ts'
import { undoOfMove } from './undo-of-move.ts'

/** A stage that was seen to be other than at the last look; without a before it was made meanwhile. */
export interface Move {
  connection: AwsConnection
  before: Snapshot | undefined
  after: Snapshot
  /** When it was last seen to be as before: it was changed after that. */
  sinceMs: number
  deployments: SeenDeployment[]
  productionStages: string[]
}

export interface Entry {
  id: string
  plan: Plan & { target: StageTarget }
  rows: RowBody[]
  move: Move
}

/** Tags that AWS sets by itself are nobody's to put back. */
const ownTags = (tags: Record<string, string>) =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith('aws:')))

const stateOf = (of: Snapshot | undefined): State =>
  of && !of.gone ? { ...of.config, tags: ownTags(of.tags) } : ABSENT

export const fieldsMoved = ({ before, after, deployments }: Move): FieldChange[] =>
  fieldChanges(stateOf(before), stateOf(after), deploymentNotes(deployments))

/** What somebody did without Callboard, as an entry of the activity: what differs between two looks, and no more. */
export async function outsideEntry(move: Move): Promise<Entry> {
  const { before, after, sinceMs } = move
  const changes = fieldsMoved(move)
  const title = titleOf(move, changes)
  const path = [stateOf(before), stateOf(after)]
  const plan: Entry['plan'] = {
    verb: 'outside',
    title,
    act: title,
    target: await targetOf(move),
    lookedAt: toInstant(after.seenMs),
    changes,
    consequences: [],
    unchanged: [],
    hits: [],
    warnings: [],
    choices: [],
    operations: [],
    commands: [],
    confirm: null,
    undo: undoOfMove(before, after),
    seen: [],
    blocked: null,
  }
  const said = after.awsMs > sinceMs && !after.gone ? ` AWS dates its last update ${clock(after.awsMs)}.` : ''
  const text = `It was still as before at ${clock(sinceMs)} and other at ${clock(after.seenMs)}.${said}`
  const ended: RowBody = {
    kind: 'ended',
    status: 'done',
    outcome: 'Seen to be so; Callboard had no part in it',
    effects: [],
    metAnother: false,
  }
  return { id: nextId(after.seenMs), plan, rows: [{ kind: 'seen', path, text }, ended], move }
}

const clock = (ms: number) => `${toInstant(ms).slice(0, 19).replace('T', ' ')} UTC`

function titleOf({ before, after }: Move, changes: FieldChange[]): string {
  const how = 'outside Callboard'
  if (after.gone) return `${after.ref.stage} deleted ${how}`
  if (!before || before.gone) return `${after.ref.stage} made ${how}`
  if (before.createdMs !== after.createdMs) return `${after.ref.stage} deleted and made again ${how}`
  const [first, ...more] = newsOf(changes)
  const others = more.length === 0 ? '' : ` and ${more.length} more`
  return `${first ?? 'Something'}${others} changed ${how}`
}

/** What is told in a title; of an override's many fields only whose they are, unless it's one. */
function newsOf(changes: FieldChange[]): string[] {
  const told = changes.filter(({ sameInForce }) => !sameInForce).toSorted((a, b) => weight(a) - weight(b))
  const ofMethod = ({ field, label }: FieldChange) =>
    field.startsWith('methodSettings.') ? label.slice(0, label.lastIndexOf(' · ')) : null
  return [...Map.groupBy(told, (change) => ofMethod(change) ?? change.field)].map(([method, [first, ...more]]) =>
    more.length === 0 ? first!.label : `Settings of ${method}`,
  )
}

/** What is most worth a title comes first. */
const weight = ({ field }: FieldChange) =>
  field === 'deploymentId' ? 0 : field.startsWith('canarySettings') ? 1 : field.startsWith('variables') ? 2 : 3

async function targetOf({ connection, after, productionStages }: Move): Promise<StageTarget> {
  const { config } = connection
  const { accountId, region, kind, apiId, stage } = after.ref
  const apis = await readRestApis(connection, 'background').catch(() => [])
  return {
    connection: config.name,
    accountId,
    region,
    kind,
    apiId,
    apiName: apis.find(({ id }) => id === apiId)?.name ?? apiId,
    stage,
    createdAt: toInstant(after.createdMs),
    production: isProduction(stage, productionStages),
  }
}

/** By which operations that which differs can have come about. */
function operationsFor({ before, after }: Move, changes: FieldChange[]): string[] {
  if (after.gone) return ['DeleteStage', 'DeleteRestApi']
  if (before?.createdMs !== after.createdMs || before.gone) return ['DeleteStage', 'CreateStage', 'CreateDeployment']
  const some = (holds: (field: string) => boolean) => changes.some(({ field }) => holds(field))
  const isTag = (field: string) => field.startsWith('tags.')
  return [
    ...(some((field) => !isTag(field)) ? ['UpdateStage'] : []),
    // A deployment may bring the stage along.
    ...(some((field) => field.endsWith('deploymentId') || field.startsWith('canary')) ? ['CreateDeployment'] : []),
    ...(some(isTag) ? ['TagResource', 'UntagResource'] : []),
  ]
}

/** For how long CloudTrail is asked: it tells after some minutes (at most 15), and may only later be allowed to. */
const askedForMs = 90 * 24 * 3_600_000
const firstAskAfterMs = 60_000

interface Pen {
  clocks: Clocks
  owner: string
}

/** Writes the entry down, with what it takes to find out later who did it. */
export async function writeEntry(tx: Transaction<Tables>, { id, plan, rows, move }: Entry, pen: Pen): Promise<void> {
  const { target } = plan
  const { before, after, sinceMs } = move
  const name = 'someone outside Callboard'
  await tx
    .insertInto('change')
    .values({
      id,
      at_ms: after.atMs,
      verb: plan.verb,
      title: plan.title,
      connection: target.connection,
      account_id: target.accountId,
      region: target.region,
      kind: target.kind,
      api_id: target.apiId,
      api_name: target.apiName,
      stage: target.stage,
      stage_created_ms: after.createdMs,
      production: target.production ? 1 : 0,
      actor_kind: 'outside',
      actor_issuer: 'aws',
      actor_subject: '',
      actor_name: name,
      reason: '',
      undoes: null,
      plan: JSON.stringify(plan),
      search: [plan.title, name, target.apiName, target.stage].join('\n').toLowerCase(),
    })
    .execute()
  await tx
    .insertInto('change_row')
    .values(
      rows.map((body, n) => ({
        change_id: id,
        seq: n + 1,
        kind: body.kind,
        at_ms: after.seenMs,
        process_ms: pen.clocks.processMs(),
        owner: pen.owner,
        status: body.kind === 'ended' ? body.status : null,
        body: JSON.stringify(body),
      })),
    )
    .execute()
  const dated = before && !after.gone && after.awsMs > before.awsMs
  await tx
    .insertInto('naming')
    .values({
      change_id: id,
      from_ms: before ? sinceMs : after.createdMs,
      to_ms: dated || !before ? after.awsMs : after.seenMs,
      operations: operationsFor(move, plan.changes).join(),
      next_ms: after.seenMs + firstAskAfterMs,
      last_ms: after.seenMs + askedForMs,
      said: null,
    })
    .execute()
}
