import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { rawRequests } from '../../tests/raw-requests.ts'
import { startAt, startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let checkout: Awaited<ReturnType<typeof demoStage>>
let catalog: Awaited<ReturnType<typeof demoStage>>

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  checkout = await demoStage(app, 'checkout', 'prod')
  catalog = await demoStage(app, 'catalog', 'prod')
})
beforeEach(() => app.director('calls', undefined, 'DELETE'))
afterEach(() => app.director('faults', undefined, 'DELETE'))
afterAll(() => app.close())

const hour = 60 * 60_000
const anHour = '2026-11-24T11:00Z..2026-11-24T12:00Z'

describe('what a stage logs', () => {
  test('is said with its groups, their retention, and what its access log lacks', async () => {
    const view = await mara.logs.get(checkout.address)

    expect(view.execution).toEqual({ level: 'ERROR', dataTrace: false })
    expect(view.access).toMatchObject({ state: 'group', lacks: [] })
    expect(view.groups.map(({ source, name, exists }) => [source, name, exists])).toEqual([
      ['access', '/aws/apigateway/checkout/prod', true],
      ['execution', `API-Gateway-Execution-Logs_${checkout.address.apiId}/prod`, true],
    ])
    const canary = await mara.logs.get(catalog.address)
    expect(canary.groups.map(({ source }) => source)).toContain('access-canary')
  })

  test('may be nothing', async () => {
    const dev = await demoStage(app, 'checkout', 'dev')
    expect((await mara.logs.get(dev.address)).access).toEqual({
      state: 'off',
      format: null,
      lacks: [],
      keys: null,
    })
    await expect(mara.logs.lines({ ...dev.address, source: 'access' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await mara.logs.breakdown(dev.address)).toEqual({ state: 'impossible', why: 'off' })
  })

  test('is not known where CloudWatch Logs denies it, and the rest is shown', async () => {
    await app.director('faults', { operation: 'DescribeLogGroups', kind: 'error', times: 20 })
    const pricing = await demoStage(app, 'pricing', 'prod')
    expect(await mara.logs.get(pricing.address)).toMatchObject({
      unknown: expect.any(String),
      access: { state: 'group' },
    })
  })
})

describe('the lines of a log', () => {
  test('come newest first, and older ones after them until the range is over, none twice and none left out', async () => {
    const range = '2026-11-24T11:50Z..2026-11-24T11:55Z'
    const ids: string[] = []
    let older: string | null | undefined
    do {
      const page = await mara.logs.lines({ ...checkout.address, range, ...(older ? { older } : {}) })
      ids.push(...page.lines.map(({ requestId }) => requestId!))
      older = page.older
    } while (older)
    const raw = rawRequests(app, checkout.address.apiId, 'prod', startAt - 10 * 60_000, startAt - 5 * 60_000)
    expect(ids).toHaveLength(raw.length)
    expect(new Set(ids).size).toBe(raw.length)
  })

  test('are taken apart by the format of the access log', async () => {
    const { lines } = await mara.logs.lines({ ...checkout.address, range: anHour, filter: '{ $.status = 502 }' })
    expect(lines.length).toBeGreaterThan(100)
    for (const { fields, requestId } of lines) {
      expect(fields).toMatchObject({ status: '502', requestId, httpMethod: expect.any(String) })
      expect(Object.values(fields!)).not.toContain('-')
    }
    const ats = lines.map(({ at }) => at)
    expect(ats).toEqual(ats.toSorted().toReversed())
  })

  test('are narrowed by words, whatever characters they have', async () => {
    const { lines } = await mara.logs.lines({ ...checkout.address, range: anHour, filter: '/payments/{paymentId} 502' })
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every(({ text }) => text.includes('/payments/{paymentId}') && text.includes('502'))).toBe(true)
  })

  test('of a group that does not exist are none, and it says so', async () => {
    const qa = await demoStage(app, 'orders', 'qa')
    await qa.patch(
      {
        op: 'replace',
        path: '/accessLogSettings/destinationArn',
        value: 'arn:aws:logs:eu-central-1:123456789012:log-group:orders-qa',
      },
      { op: 'replace', path: '/accessLogSettings/format', value: '$context.requestId $context.status' },
    )
    await app.director('clock', { advanceSeconds: 20 })
    const { DeleteLogGroupCommand, CloudWatchLogsClient } = await import('@aws-sdk/client-cloudwatch-logs')
    const logs = new CloudWatchLogsClient({
      endpoint: app.emulator.url,
      region: 'eu-central-1',
      credentials: { accessKeyId: '123456789012', secretAccessKey: 'x' },
    })
    await logs.send(new DeleteLogGroupCommand({ logGroupName: 'orders-qa' }))
    expect(await mara.logs.lines({ ...qa.address, source: 'access' })).toMatchObject({ missing: true, lines: [] })
    expect(await mara.logs.breakdown(qa.address)).toEqual({ state: 'impossible', why: 'missing' })
  })

  test('thirty who follow cost what one does', async () => {
    await Promise.all(Array.from({ length: 30 }, () => mara.logs.lines({ ...checkout.address, range: '15m' })))
    const thirty = await app.called('FilterLogEvents')
    expect(thirty).toBeLessThanOrEqual(4)
  })
})

test('one request by its id is a timeline over both logs, and says why it failed', async () => {
  const { lines } = await mara.logs.lines({ ...checkout.address, range: anHour, filter: '{ $.status = 502 }' })
  const { requestId, at } = lines[0]!
  const timeline = await mara.logs.request({ ...checkout.address, requestId: requestId!, at })

  expect(timeline.lines.map(({ source }) => source).toSorted()).toEqual(['access', 'execution'])
  expect(timeline.lines.find(({ source }) => source === 'execution')!.text).toContain(
    'Lambda execution failed with status 200 due to customer function error',
  )
  expect(timeline.lines.every((line) => line.requestId === requestId)).toBe(true)
})

describe('the break-down', () => {
  test('counts as the raw requests do, by status and by route', async () => {
    const raw = rawRequests(app, checkout.address.apiId, 'prod', startAt - hour, startAt).filter(
      ({ status }) => status >= 400,
    )
    const found = await mara.logs.breakdown({ ...checkout.address, range: anHour })
    if (found.state !== 'complete') throw new Error(found.state)

    const count = (fits: (status: number) => boolean) => raw.filter(({ status }) => fits(status)).length
    expect(found.total).toBe(raw.length)
    expect(found.byStatus['502']).toBe(count((status) => status === 502))
    expect(found.byStatus['503']).toBe(count((status) => status === 503))
    expect(found.byStatus['other 4XX']).toBe(count((status) => status < 500 && status !== 429))
    const carts = found.byRoute.find(({ name }) => name === 'GET /carts/{cartId}')!
    expect(carts.total).toBe(
      raw.filter(({ method, resource }) => `${method} ${resource}` === 'GET /carts/{cartId}').length,
    )
    expect(found.byRoute.reduce((sum, { total }) => sum + total, 0)).toBe(raw.length)
    expect(found.byReason.map(({ name }) => name)).toContain('DEFAULT_5XX')
  })

  test('is one query of Insights for everybody', async () => {
    const range = '2026-11-24T10:00Z..2026-11-24T10:30Z'
    await Promise.all(Array.from({ length: 30 }, () => mara.logs.breakdown({ ...checkout.address, range })))
    expect(await app.called('StartQuery')).toBe(1)
  })

  test('that nobody waits for any more is stopped at AWS', async () => {
    const leaving = new AbortController()
    const asked = mara.logs
      .breakdown({ ...catalog.address, range: '2d' }, { signal: leaving.signal })
      .catch(() => 'gone')
    await until(async () => (await app.called('GetQueryResults')) > 0)
    leaving.abort()
    expect(await asked).toBe('gone')
    await until(async () => (await app.called('StopQuery')) === 1)
  })
})

async function until(holds: () => Promise<boolean>) {
  for (let n = 0; n < 200; n++) {
    if (await holds()) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('It never came')
}
