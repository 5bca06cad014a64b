import { GetApiKeysCommand, GetUsageCommand, GetUsagePlansCommand } from '@aws-sdk/client-api-gateway'
import { paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { emulated } from '../testing/emulated.ts'

/** A while after midnight, so that a day's lines are few. */
const startAt = Date.UTC(2026, 0, 15, 0, 20)

test('what keys used today is what the access log shows of them, and goes on with the clock', async () => {
  const { apiGateway, logs, direct } = await emulated({ world: 'demo', startAt }, '123456789012')
  const { items: plans = [] } = await apiGateway.send(new GetUsagePlansCommand({}))
  const used = async () => {
    const sums = new Map<string, number>()
    for (const { id: usagePlanId, apiStages } of plans) {
      if (apiStages?.[0]?.stage !== 'prod') continue
      const asked = { usagePlanId, startDate: '2026-01-15', endDate: '2026-01-15' }
      const { items = {} } = await apiGateway.send(new GetUsageCommand(asked))
      for (const [keyId, [today]] of Object.entries(items)) if (today![0]! > 0) sums.set(keyId, today![0]!)
    }
    return sums
  }
  const logged = async () => {
    const counts = new Map<string, number>()
    const asked = { logGroupName: '/aws/apigateway/partners/prod', startTime: Date.UTC(2026, 0, 15) }
    for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, asked))
      for (const { message = '' } of events) {
        const { apiKeyId } = JSON.parse(message) as { apiKeyId: string }
        if (apiKeyId !== '-') counts.set(apiKeyId, (counts.get(apiKeyId) ?? 0) + 1)
      }
    return counts
  }
  const before = await used()
  expect(before).toEqual(await logged())
  expect(before.size).toBeGreaterThan(8)

  await direct('POST', 'clock', { advanceSeconds: 600 })

  const after = await used()
  expect(after).toEqual(await logged())
  expect([...after.values()].reduce((a, b) => a + b)).toBeGreaterThan([...before.values()].reduce((a, b) => a + b))
})

test('of keys that stopped calling, nothing is used after; of those that began, nothing before', async () => {
  const { apiGateway } = await emulated({ world: 'demo', startAt }, '123456789012')
  const { items: keys = [] } = await apiGateway.send(new GetApiKeysCommand({}))
  const { items: plans = [] } = await apiGateway.send(new GetUsagePlansCommand({}))
  const usagePlanId = plans.find(({ name }) => name === 'Standard')!.id
  const asked = { usagePlanId, startDate: '2025-12-20', endDate: '2026-01-14' }
  const { items = {} } = await apiGateway.send(new GetUsageCommand(asked))
  const calledOn = (name: string) =>
    items[keys.find((key) => key.name === name)!.id!]!.map((day) => day[0]! > 0)
      .map((called) => (called ? '#' : '.'))
      .join('')
  expect(calledOn('Harbour Gifts')).toMatch(/^#+\.{8}$/)
  expect(calledOn('Cobalt Cycles')).toMatch(/^\.+#{5}$/)
  expect(calledOn('Vintage Vinyl')).toMatch(/^\.+$/)
})
