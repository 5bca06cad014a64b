import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetRestApisCommand, GetStageCommand, GetUsageCommand } from '@aws-sdk/client-api-gateway'
import { expect, onTestFinished, test } from 'vitest'
import { emulated } from '../testing/emulated.ts'
import { keyedApi } from '../testing/keyed-api.ts'
import { smallApi } from '../testing/small-api.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'world-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a saved world is the same in another emulator, and what was there is gone', async () => {
  const file = join(newFolder(), 'world.json')
  const first = await emulated()
  const api = await smallApi(first.apiGateway, 'saved')
  const stage = async ({ apiGateway }: typeof first) => {
    const { $metadata: _, ...found } = await apiGateway.send(new GetStageCommand(api))
    return found
  }
  const before = await stage(first)
  await first.direct('POST', 'clock', { advanceSeconds: 60 })
  expect((await first.direct('POST', 'save', { file })).status).toBe(200)
  const second = await emulated()
  await smallApi(second.apiGateway, 'other')
  expect((await second.direct('POST', 'load', { file })).status).toBe(200)
  expect(await stage(second)).toEqual(before)
  const { items } = await second.apiGateway.send(new GetRestApisCommand({}))
  expect(items?.map(({ name }) => name)).toEqual(['saved'])
  expect((await second.direct('GET', 'clock')).json).toEqual((await first.direct('GET', 'clock')).json)
})

test('a saved world knows what keys have used, and what was used where it is loaded is forgotten', async () => {
  const file = join(newFolder(), 'world.json')
  const first = await keyedApi({ quota: { limit: 5, period: 'DAY' } })
  const used = async ({ apiGateway, planId, keyId }: typeof first) => {
    const days = { startDate: '2026-01-15', endDate: '2026-01-15' }
    const { items } = await apiGateway.send(new GetUsageCommand({ usagePlanId: planId, ...days }))
    return items?.[keyId]
  }
  await first.callWithKey()
  await first.callWithKey()
  await first.direct('POST', 'save', { file })
  await first.callWithKey()
  expect(await used(first)).toEqual([[3, 2]])
  await first.direct('POST', 'load', { file })
  expect(await used(first)).toEqual([[2, 3]])
})

test('what is no world, or one of another seed, is refused and changes nothing', async () => {
  const folder = newFolder()
  const { direct, apiGateway } = await emulated()
  await smallApi(apiGateway, 'kept')
  const load = async (text: string) => {
    const file = join(folder, 'bad.json')
    writeFileSync(file, text)
    return (await direct('POST', 'load', { file })).status
  }
  expect(await load('nonsense')).toBe(400)
  expect(await load('{"format":"callboard-emulator-world","version":2}')).toBe(400)
  expect(await load('{"format":"callboard-emulator-world","version":1,"seed":7,"now":0,"rows":[]}')).toBe(400)
  expect((await direct('POST', 'load', { file: join(folder, 'none.json') })).status).toBe(400)
  expect((await direct('POST', 'load', { file: 'relative.json' })).status).toBe(400)
  expect((await apiGateway.send(new GetRestApisCommand({}))).items).toHaveLength(1)
})

test('where it listens to other machines the director is off, or wants its token', async () => {
  const status = async (options: object, headers: Record<string, string> = {}) => {
    const { port } = await emulated({ host: '0.0.0.0', ...options })
    return (await fetch(`http://127.0.0.1:${port}/_emulator/clock`, { headers })).status
  }
  const directorToken = 'a-token-of-sixteen'
  const authorization = `Bearer ${directorToken}`
  expect(await status({})).toBe(403)
  expect(await status({}, { authorization })).toBe(403)
  expect(await status({ directorToken })).toBe(403)
  expect(await status({ directorToken }, { authorization, origin: 'http://x' })).toBe(403)
  expect(await status({ directorToken }, { authorization })).toBe(200)
})

test('a service that is down says so, and one that hangs never answers', async () => {
  const { direct, apiGateway } = await emulated()
  await direct('POST', 'faults', { operation: 'GetRestApis', kind: 'unavailable' })
  const read = () => apiGateway.send(new GetRestApisCommand({}))
  await expect(read()).rejects.toMatchObject({ name: 'ServiceUnavailableException', retryAfterSeconds: '1' })
  await direct('POST', 'faults', { operation: 'GetRestApis', kind: 'hang', ms: 1 })
  await expect(read()).rejects.toThrow(/socket hang up|ECONNRESET/)
  await expect(read()).resolves.toBeDefined()
})
