import { quietMinutes } from '@callboard/shared-types/keys/key-tasks.schemas'
import type { AwsConnection } from '../aws/connections.ts'
import { fetchKeysByMark } from '../aws/key-values.reader.ts'
import { fetchUsageOf } from '../aws/usage.reader.ts'
import type { StoredTask, TaskBody } from '../db/key-tasks.ts'
import type { Services } from '../lib/context.ts'
import { lookAt, remove, switchOff, type Stepped } from './task-acts.ts'

type Rotation = Extract<TaskBody, { kind: 'rotate' }>

const hourMs = 3_600_000
const minuteMs = 60_000
const dayMs = 24 * hourMs

/** AWS takes up to about two minutes to tell its gateways of a key (usage plan facts, 3.7). */
const heardAfterMs = 120_000
/** What was begun and not heard of for so long was cut off. */
const cutOffMs = 120_000
/** Of so many days calls are counted, to see whether they go on. */
const usageDays = 2

/**
 * Leads a rotation on by what is so: somebody who disables the old key, or deletes it, takes its next step early; somebody who disables the
 * new one calls it off. Says how it stands.
 */
export async function stepRotation(
  services: Services,
  connection: AwsConnection,
  task: StoredTask,
  body: Rotation,
): Promise<Stepped> {
  const nowMs = services.clocks.worldMs()
  const at = (change: Partial<Rotation>, more: Partial<Stepped> = {}): Stepped => ({
    ...task,
    ...more,
    body: { ...body, ...change },
  })
  const over = (status: StoredTask['status'], outcome: string) => at({}, { status, outcome })
  if (body.phase === 'making') {
    if (nowMs - task.createdMs < cutOffMs) return task
    const made = (await fetchKeysByMark(connection, services.markOf, 'background')).get(body.mark)
    return made ? at({ phase: 'proving' }, { otherKeyId: made.id }) : over('cancelled', 'The new key was not made')
  }
  const [old, fresh] = await Promise.all([
    lookAt(services, connection, task.keyId),
    lookAt(services, connection, task.otherKeyId ?? ''),
  ])
  if (!old.key) return over('done', 'The old key is gone')
  if (!fresh.key || !fresh.state.enabled) return over('cancelled', 'The new key is disabled or gone: the old one stays')

  if (body.phase === 'proving') {
    if (!old.state.enabled) return at({ phase: 'off', deleteAtMs: nowMs + body.deleteAfterDays * dayMs })
    const called = (await usedOf(connection, Object.keys(fresh.state.plans), fresh.key.id, nowMs)) > 0
    if (!called && nowMs - fresh.key.createdMs < heardAfterMs) return task
    return at({ phase: 'overlap', overlapUntilMs: nowMs + body.overlapHours * hourMs })
  }
  if (body.phase === 'overlap') {
    if (!old.state.enabled) return at({ phase: 'off', deleteAtMs: nowMs + body.deleteAfterDays * dayMs })
    const used = await usedOf(connection, Object.keys(old.state.plans), old.key.id, nowMs)
    const moved = body.oldUsed === null || used !== body.oldUsed
    const oldMovedMs = moved ? nowMs : body.oldMovedMs
    const quiet = oldMovedMs !== null && nowMs - oldMovedMs >= quietMinutes * minuteMs
    if (nowMs < (body.overlapUntilMs ?? 0) || !quiet) return at({ oldUsed: used, oldMovedMs })
    await switchOff(services, connection, task, 'key-rotation', 'Rotation')
    return at({ phase: 'off', oldUsed: used, oldMovedMs, deleteAtMs: nowMs + body.deleteAfterDays * dayMs })
  }
  if (old.state.enabled) return over('cancelled', 'The old key was enabled again: both stay')
  if (nowMs < (body.deleteAtMs ?? 0)) return task
  await remove(services, connection, task, 'key-rotation')
  return over('done', 'The old key was deleted as its time was up')
}

/** What AWS counted lately; a day that ends takes its calls out, which counts as a change, and makes the end wait. */
async function usedOf(connection: AwsConnection, planIds: string[], keyId: string, nowMs: number): Promise<number> {
  const asked = { days: usageDays, nowMs }
  const usages = await Promise.all(planIds.map((id) => fetchUsageOf(connection, id, keyId, asked, 'background')))
  return usages.flatMap((of) => of ?? []).reduce((sum, { used }) => sum + used, 0)
}
