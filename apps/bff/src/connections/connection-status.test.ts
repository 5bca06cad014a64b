import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOddAws } from '../../tests/odd-aws.ts'
import { demoAccount, region, startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let odd: Awaited<ReturnType<typeof startOddAws>>
let mara: Client

beforeAll(async () => {
  odd = await startOddAws()
  const home = await startTestApp()
  const common = {
    region,
    invokeUrlTemplate: '',
    colour: null,
    demo: false,
    credentials: { accessKeyId: demoAccount, secretAccessKey: 'x' },
  }
  app = await startTestApp({
    deps: {
      connections: [
        { ...common, name: 'good', accountId: demoAccount, endpoint: home.emulator.url },
        { ...common, name: 'odd', accountId: '000000000002', endpoint: odd.url },
        { ...common, name: 'away', accountId: '000000000003', endpoint: 'http://127.0.0.1:9' },
      ],
    },
  })
  mara = await app.as('mara')
  return () => home.close()
})
afterAll(async () => {
  await app.close()
  await odd.close()
})

describe('several connections side by side', () => {
  test('one that works says what AWS says of the account', async () => {
    expect(await mara.connections.status({ connection: 'good' })).toMatchObject({
      state: 'reachable',
      sentence: null,
      throttle: { rateLimit: 10_000, burstLimit: 5_000 },
      budget: { waiting: 0, used: expect.any(Number) },
    })
  })

  test.each([
    [
      {
        status: 403,
        errorType: 'AccessDeniedException',
        body: '{"Message":"User: x is not authorized to perform: apigateway:GET on resource: y"}',
      },
      'denied',
    ],
    [
      {
        status: 403,
        errorType: 'UnrecognizedClientException',
        body: '{"message":"The security token included in the request is invalid."}',
      },
      'no_credentials',
    ],
    [{ status: 501, body: '<html>Not implemented</html>', contentType: 'text/html' }, 'refused'],
    [{ status: 502, body: '<html>Bad gateway</html>', contentType: 'text/html' }, 'unreachable'],
    [{ status: 404, errorType: 'UnknownOperationException', body: '{"message":"no such operation"}' }, 'refused'],
  ])('one that is broken is an answer with a sentence, and the others work: %#', async (answer, state) => {
    odd.say(answer)

    expect(await mara.connections.status({ connection: 'odd' })).toMatchObject({
      state,
      sentence: expect.stringMatching(/./),
    })
    expect((await mara.apis.fleet({ connection: 'good' })).rows).not.toEqual([])
  })

  test('one that is away is unreachable', async () => {
    expect(await mara.connections.status({ connection: 'away' })).toMatchObject({ state: 'unreachable' })
  })

  test('an action that AWS denied is named, so that its control can say so', async () => {
    odd.say({
      status: 403,
      errorType: 'AccessDeniedException',
      body: '{"Message":"User: x is not authorized to perform: apigateway:GET on resource: y"}',
    })
    await mara.apis.fleet({ connection: 'odd' }).catch(() => {})

    const { items } = await mara.connections.list()

    expect(items.find(({ name }) => name === 'odd')!.deniedActions).toEqual(['apigateway:GET'])
    expect(items.find(({ name }) => name === 'good')!.deniedActions).toEqual([])
    expect(JSON.stringify(items)).not.toContain('secret')
  })

  test('one that is not there is not found', async () => {
    await expect(mara.connections.status({ connection: 'none' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
