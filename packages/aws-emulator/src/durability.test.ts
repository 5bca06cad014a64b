import { CreateRestApiCommand, GetRestApisCommand, GetStagesCommand } from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { emulated } from './testing/emulated.ts'
import { dataFolder, killInTheMiddle } from './testing/kill-rounds.ts'

test('killed in the middle of writes, everything that was acknowledged is there afterwards', async () => {
  await killInTheMiddle(1, 4)
})

test('a world kept in a folder comes back whole: ids, past, seed and an unbroken clock', async () => {
  const dataDir = dataFolder()
  const first = await emulated({ dataDir, world: 'demo', seed: 5 }, '123456789012')
  await first.direct('POST', 'clock', { advanceSeconds: 3600 })
  const { items } = await first.apiGateway.send(new GetRestApisCommand({}))
  const { json: before } = await first.direct('GET', 'clock')
  await first.close()
  const again = await emulated({ dataDir, startAt: 0, seed: 9 }, '123456789012')
  expect((await again.direct('GET', 'clock')).json).toEqual(before)
  const kept = await again.apiGateway.send(new GetRestApisCommand({}))
  expect(kept.items).toEqual(items)
  const { item } = await again.apiGateway.send(new GetStagesCommand({ restApiId: items?.[0]?.id }))
  expect(item).toHaveLength(3)
  const made = await again.apiGateway.send(new CreateRestApiCommand({ name: 'new' }))
  expect(items?.map(({ id }) => id)).not.toContain(made.id)
})

test('one process per folder', async () => {
  const dataDir = dataFolder()
  await emulated({ dataDir })
  await expect(emulated({ dataDir })).rejects.toThrow(`The data folder ${dataDir} is in use by another emulator.`)
})
