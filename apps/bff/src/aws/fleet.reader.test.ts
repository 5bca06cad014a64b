import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOddAws } from '../../tests/odd-aws.ts'
import { startTestApp, demoAccount, region, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let aws: Awaited<ReturnType<typeof startOddAws>>

const apis = 60

/** A server that answers the list of APIs, or the stages of any of them, whatever it's asked. */
const fleet = JSON.stringify({
  item: Array.from({ length: apis }, (_, n) => ({
    id: `api${n}`,
    name: `api ${n}`,
    stageName: `s${n}`,
    deploymentId: 'd',
    createdDate: 1,
  })),
})

beforeAll(async () => {
  aws = await startOddAws()
  aws.say({ status: 200, body: fleet })
  const credentials = { accessKeyId: demoAccount, secretAccessKey: 'x' }
  app = await startTestApp({
    deps: {
      connections: [
        {
          name: 'demo',
          accountId: demoAccount,
          region,
          endpoint: aws.url,
          credentials,
          invokeUrlTemplate: '',
          colour: null,
          demo: false,
        },
      ],
      budgets: { controlPlane: { calls: 20, windowMs: 1_000, concurrency: 5 } },
    },
  })
  mara = await app.as('mara')
})
afterAll(async () => {
  await app.close()
  await aws.close()
})

test('the rows of a big fleet come as the budget allows, and none goes again', async () => {
  const looks: { rows: number; pending: number }[] = []
  do {
    const { rows, pending } = await mara.apis.fleet({ connection: 'demo' })
    looks.push({ rows: new Set(rows.map(({ apiId }) => apiId)).size, pending })
  } while (looks.at(-1)!.pending > 0)

  expect(looks[0]!.pending).toBeGreaterThan(0)
  expect(looks.at(-1)).toEqual({ rows: apis, pending: 0 })
  expect(looks.map(({ rows }) => rows)).toEqual(looks.map(({ rows }) => rows).toSorted((a, b) => a - b))
  for (const { rows, pending } of looks) expect(rows + pending).toBe(apis)
})
