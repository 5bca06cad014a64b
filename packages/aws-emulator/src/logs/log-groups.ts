import type { Emulator } from '../emulator.ts'
import type { Place, UnitOfWork } from '../lib/store.ts'
import type { RpcContext } from '../protocol/rpc-call.ts'
import { groupNotFound, invalidParameter } from './errors.ts'
import { stageLogs, type StageLog } from './stage-logs.ts'
import { streamOf } from './stream-name.ts'

const groupKind = 'logGroup'
const streamKind = 'logStream'

/** What is kept of a group: when it was made, what was set on it. World ms. */
export type GroupRecord = {
  name: string
  createdAt: number
  retentionInDays?: number
  /** What stages logged before this instant was deleted, or never had a group. */
  emptyUntil?: number
  /** It is gone until somebody logs to it again. */
  deleted?: boolean
}

export type LogGroup = GroupRecord & { stageLogs: StageLog[] }

export type StreamInfo = { name: string; createdAt: number; first?: number; last?: number }

/** All groups of a place, by name: those that were made, and those that stages log to, which API Gateway makes itself. */
export function logGroups({ emulator, place, unit, now }: RpcContext): LogGroup[] {
  const groups = new Map<string, LogGroup>()
  for (const [name, logs] of stageLogs(emulator.traffic, place)) {
    const begun = logs.filter(({ since }) => since <= now)
    if (begun.length === 0) continue
    groups.set(name, { name, createdAt: Math.min(...begun.map(({ since }) => since)), stageLogs: begun })
  }
  for (const name of emulator.logs.groups(place)) {
    if (!groups.has(name)) groups.set(name, { name, createdAt: firstEvent(emulator, place, name), stageLogs: [] })
  }
  for (const record of unit.list<GroupRecord>(groupKind)) {
    const found = groups.get(record.name)
    if (record.deleted && !isWrittenSince(emulator, place, found, record.emptyUntil ?? 0)) groups.delete(record.name)
    else groups.set(record.name, { ...record, stageLogs: found?.stageLogs ?? [] })
  }
  return [...groups.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const firstEvent = ({ logs }: Emulator, place: Place, name: string) =>
  Math.min(...[...logs.streams(place, name).values()].map(({ first }) => first))

/** A deleted group comes back when a line from outside is written, or a stage is changed to log to it (guessed). */
function isWrittenSince({ logs }: Emulator, place: Place, found: LogGroup | undefined, since: number): boolean {
  if (!found) return false
  return (
    logs.between(place, found.name, since, Infinity).length > 0 || found.stageLogs.some(({ since: at }) => at >= since)
  )
}

export function findGroup(context: RpcContext, name: string | undefined): LogGroup {
  const group = logGroups(context).find((candidate) => candidate.name === name)
  if (!group) throw groupNotFound()
  return group
}

/** A group by its name, or by its ARN. */
export function groupNameIn(input: { logGroupName?: string; logGroupIdentifier?: string }): string {
  const given = input.logGroupName ?? input.logGroupIdentifier
  if (given === undefined) throw invalidParameter('Either logGroupName or logGroupIdentifier must be specified.')
  return /:log-group:([^:]+)/.exec(given)?.[1] ?? given
}

export const putGroup = (unit: UnitOfWork, group: GroupRecord): void => unit.put(groupKind, group.name, toRecord(group))

const toRecord = ({ name, createdAt, retentionInDays, emptyUntil, deleted }: GroupRecord): GroupRecord => ({
  name,
  createdAt,
  retentionInDays,
  emptyUntil,
  deleted,
})

const streamId = (group: string, name: string) => `${group}\n${name}`

export function streamsOf({ emulator, place, unit, now }: RpcContext, group: LogGroup): StreamInfo[] {
  const streams = new Map<string, StreamInfo>()
  for (const { group: owner, ...stream } of unit.list<StreamInfo & { group: string }>(streamKind)) {
    if (owner === group.name) streams.set(stream.name, stream)
  }
  const note = (name: string, first: number, last: number) =>
    streams.set(name, { createdAt: first, ...streams.get(name), name, first, last })
  if (group.stageLogs.length > 0) note(streamOf(group.name), group.createdAt, now)
  for (const [name, { first, last }] of emulator.logs.streams(place, group.name)) note(name, first, last)
  return [...streams.values()]
}

export const putStream = (unit: UnitOfWork, group: string, stream: StreamInfo): void =>
  unit.put(streamKind, streamId(group, stream.name), { group, ...stream })

export const deleteStreamRow = (unit: UnitOfWork, group: string, name: string): void =>
  unit.delete(streamKind, streamId(group, name))

export const logGroupArn = ({ account, region }: Place, name: string) =>
  `arn:aws:logs:${region}:${account}:log-group:${name}`
