import type { AwsConnection } from '../aws/connections.ts'
import type { StoredTask } from '../db/key-tasks.ts'
import type { Services } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import { stepRotation } from './step-rotation.ts'
import { lookAt, remove, switchOff, type Stepped } from './task-acts.ts'

/** Does what is due of all that was set up for keys: by the clock, each as a change of its own. */
export async function runKeyTasks(services: Services): Promise<void> {
  for (const task of await services.keyTasks.open()) {
    const connection = services.connections.find(task.accountId, task.region)
    if (!connection) continue
    try {
      const stepped = await step(services, connection, task)
      await services.keyTasks.save({ ...task, ...stepped })
    } catch (error) {
      // AWS is away, or the key is being changed: the next time goes on from here.
      if (!(error instanceof AppError)) throw error
    }
  }
}

const ended = (task: StoredTask, status: StoredTask['status'], outcome: string): Stepped => ({
  ...task,
  status,
  outcome,
})

async function step(services: Services, connection: AwsConnection, task: StoredTask): Promise<Stepped> {
  const { body } = task
  if (body.kind === 'rotate') return stepRotation(services, connection, task, body)
  if (services.clocks.worldMs() < body.atMs) return task
  const { key, state } = await lookAt(services, connection, task.keyId)
  if (!key) return ended(task, 'done', 'The key is gone')
  if (body.kind === 'expire') {
    if (!state.enabled) return ended(task, 'done', 'It was disabled already')
    await switchOff(services, connection, task, 'key-expiry', 'The key expired')
    return ended(task, 'done', 'It was disabled as its time was up')
  }
  if (state.enabled) return ended(task, 'cancelled', 'It was enabled again')
  await remove(services, connection, task, 'key-deletion')
  return ended(task, 'done', 'It was deleted as its time was up')
}
