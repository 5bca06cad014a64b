import {
  GetDeploymentsCommand,
  GetRestApisCommand,
  GetStagesCommand,
  TagResourceCommand,
  type Deployment,
  type RestApi,
  type Stage,
} from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { clientsOf, emulated, testStart, type Emulated } from '../testing/emulated.ts'
import { readMetric, type Series } from '../testing/read-metric.ts'

const demoAccount = '123456789012'
const started = () => emulated({ world: 'demo' }, demoAccount)
const day = 24 * 60

type Company = { apis: { api: RestApi; stages: Stage[]; deployments: Deployment[] }[] }

async function companyOf({ apiGateway }: Pick<Emulated, 'apiGateway'>): Promise<Company> {
  const { items = [] } = await apiGateway.send(new GetRestApisCommand({ limit: 500 }))
  const apis = await Promise.all(
    items.map(async (api) => {
      const { item: stages = [] } = await apiGateway.send(new GetStagesCommand({ restApiId: api.id }))
      const answer = await apiGateway.send(new GetDeploymentsCommand({ restApiId: api.id, limit: 500 }))
      return { api, stages, deployments: answer.items ?? [] }
    }),
  )
  return { apis }
}

const apiOf = ({ apis }: Company, name: string) => apis.find(({ api }) => api.name === name)
const stageOf = (company: Company, api: string, stage: string) =>
  apiOf(company, api)?.stages.find(({ stageName }) => stageName === stage)
const labelOf = (company: Company, api: string, deploymentId: string | undefined) =>
  apiOf(company, api)?.deployments.find(({ id }) => id === deploymentId)?.description

test('twelve APIs with two to four stages each, 34 in all', async () => {
  const { apis } = await companyOf(await started())
  const table = Object.fromEntries(apis.map(({ api, stages }) => [api.name, stages.map((s) => s.stageName).join(' ')]))
  expect(table).toEqual({
    checkout: 'dev qa prod',
    catalog: 'dev qa prod',
    orders: 'dev qa prod',
    accounts: 'dev qa staging prod',
    pricing: 'dev qa prod',
    shipping: 'dev qa prod',
    notifications: 'dev prod',
    recommendations: 'dev beta prod',
    inventory: 'dev qa prod',
    invoices: 'dev prod',
    partners: 'sandbox prod',
    media: 'dev v1 v2',
  })
})

test('weeks of deployments by several people, told by their descriptions, and some without a name', async () => {
  const { apis } = await companyOf(await started())
  const people = new Set<string>()
  for (const { api, deployments } of apis) {
    const dates = deployments.map(({ createdDate }) => createdDate?.getTime() ?? 0)
    expect(testStart - Math.min(...dates)).toBeGreaterThan(20 * day * 60_000)
    expect(deployments.some(({ description }) => description === undefined)).toBe(true)
    for (const { description = '' } of deployments) {
      const [, name, by] = /^(\w+) \d[\d.]*, by (\w+)$/.exec(description) ?? []
      if (name) expect(name).toBe(api.name)
      if (by) people.add(by)
    }
  }
  expect(people.size).toBeGreaterThanOrEqual(8)
})

test('every API names its team and its owner, every stage its team', async () => {
  const { apis } = await companyOf(await started())
  for (const { api, stages } of apis) {
    expect(api.tags).toMatchObject({ team: expect.any(String), owner: expect.any(String) })
    for (const { tags } of stages) expect(tags?.['team']).toBe(api.tags?.['team'])
  }
})

test('two canaries: one running on catalog/prod, one forgotten on recommendations/beta twelve days ago', async () => {
  const company = await companyOf(await started())
  const canaries = company.apis.flatMap(({ api, stages }) =>
    stages.filter(({ canarySettings }) => canarySettings).map(({ stageName }) => `${api.name}/${stageName}`),
  )
  expect(canaries).toEqual(['catalog/prod', 'recommendations/beta'])
  const beta = stageOf(company, 'recommendations', 'beta')
  expect(beta?.canarySettings).toMatchObject({ percentTraffic: 5, stageVariableOverrides: { lambdaAlias: 'trial' } })
  expect(labelOf(company, 'recommendations', beta?.canarySettings?.deploymentId)).toMatch(/^recommendations 0.9,/)
  expect(labelOf(company, 'recommendations', beta?.deploymentId)).toMatch(/^recommendations 0.8,/)
  expect(beta?.lastUpdatedDate).toEqual(new Date(testStart - 12 * day * 60_000))
})

test('five cache clusters of several sizes with their cached methods; the one of partners/prod is being resized', async () => {
  const world = await started()
  const clusters = async () => {
    const { apis } = await companyOf(world)
    const cached = apis.flatMap(({ api, stages }) =>
      stages.filter(({ cacheClusterEnabled }) => cacheClusterEnabled).map((stage) => ({ api: api.name, ...stage })),
    )
    return Object.fromEntries(
      cached.map((stage) => {
        const methods = Object.values(stage.methodSettings ?? {}).filter(({ cachingEnabled }) => cachingEnabled)
        return [
          `${stage.api}/${stage.stageName}`,
          `${stage.cacheClusterSize} ${stage.cacheClusterStatus} ${methods.length}`,
        ]
      }),
    )
  }
  const settled = {
    'catalog/prod': '1.6 AVAILABLE 1',
    'pricing/prod': '0.5 AVAILABLE 2',
    'recommendations/prod': '6.1 AVAILABLE 2',
    'media/v2': '13.5 AVAILABLE 2',
  }
  expect(await clusters()).toEqual({ ...settled, 'partners/prod': '6.1 CREATE_IN_PROGRESS 2' })
  await world.direct('POST', 'clock', { advanceSeconds: 200 })
  expect(await clusters()).toEqual({ ...settled, 'partners/prod': '6.1 AVAILABLE 2' })
})

test('invoices/prod is owned by CloudFormation and inventory/prod by Terraform; nobody else may set such tags', async () => {
  const { apiGateway } = await started()
  const company = await companyOf({ apiGateway })
  expect(stageOf(company, 'invoices', 'prod')?.tags).toMatchObject({
    'aws:cloudformation:stack-name': 'invoices-prod',
    'aws:cloudformation:stack-id': expect.stringContaining(`:eu-central-1:${demoAccount}:stack/invoices-prod/`),
    'aws:cloudformation:logical-id': 'ProdStage',
  })
  expect(stageOf(company, 'inventory', 'prod')?.tags).toMatchObject({ ManagedBy: 'terraform' })
  const resourceArn = `arn:aws:apigateway:eu-central-1::/restapis/${apiOf(company, 'invoices')?.api.id}/stages/dev`
  const tags = { 'aws:cloudformation:stack-name': 'mine' }
  await expect(apiGateway.send(new TagResourceCommand({ resourceArn, tags }))).rejects.toThrow('Invalid tag key')
})

const failing = (api: string, stage = 'prod'): Series => ({ api, stage, metric: '5XXError', stat: 'Average' })

test('five days ago shipping/prod failed for 40 minutes, until it was rolled back', async () => {
  const world = await started()
  const from = -5 * day
  const rate = async (start: number, end: number) =>
    (await readMetric(world, failing('shipping'), from + start, from + end, (end - start) * 60))[0] ?? NaN
  expect(await rate(-60, 0)).toBeLessThan(0.005)
  expect(await rate(0, 40)).toBeGreaterThan(0.15)
  expect(await rate(40, 100)).toBeLessThan(0.005)
  const company = await companyOf(world)
  expect(labelOf(company, 'shipping', stageOf(company, 'shipping', 'prod')?.deploymentId)).toMatch(/^shipping 3.4.1,/)
})

test('nine days ago pricing/prod was slow for two hours', async () => {
  const world = await started()
  const from = -9 * day
  const p99 = async (start: number) => {
    const points = await readMetric(
      world,
      { api: 'pricing', metric: 'Latency', stat: 'p99' },
      from + start,
      from + start + 120,
      7200,
    )
    return points[0] ?? NaN
  }
  expect(await p99(-120)).toBeLessThan(150)
  expect(await p99(0)).toBeGreaterThan(1000)
  expect(await p99(120)).toBeLessThan(150)
})

test('now only checkout/prod is degraded: no other stage fails in 2 % of its requests', async () => {
  const world = await started()
  const { apis } = await companyOf(world)
  for (const { api, stages } of apis) {
    for (const { stageName = '' } of stages) {
      const [rate = 0] = await readMetric(world, failing(api.name ?? '', stageName), -5, 0, 300)
      const isBad = `${api.name}/${stageName}` === 'checkout/prod'
      expect({ api: api.name, stageName, degraded: rate >= 0.02 }).toEqual({
        api: api.name,
        stageName,
        degraded: isBad,
      })
    }
  }
})

test('two weeks of history without a gap, with quieter weekends', async () => {
  const world = await started()
  // Noon to noon, from Thursday the 1st: the second and the ninth whole day begin on a Friday.
  const days = await readMetric(world, { api: 'accounts', metric: 'Count', stat: 'Sum' }, -14 * day, 0, day * 60)
  expect(days).toHaveLength(14)
  const [thursday = 0, , saturday = 0] = days
  expect(saturday / thursday).toBeGreaterThan(0.8)
  expect(saturday / thursday).toBeLessThan(0.9)
  expect((days[7] ?? 0) / thursday).toBeCloseTo(1, 1)
  const hours = await readMetric(world, { api: 'invoices', metric: 'Count', stat: 'Sum' }, -14 * day, 0, 3600)
  expect(hours).toHaveLength(14 * 24)
})

test('an hour summed up at once is the sum of its minutes', async () => {
  const world = await started()
  for (const [metric, stat] of [
    ['Count', 'Sum'],
    ['Latency', 'Sum'],
    ['5XXError', 'Sum'],
  ] as const) {
    const series = { api: 'checkout', metric, stat }
    const minutes = await readMetric(world, series, -180, 0)
    const hours = await readMetric(world, series, -180, 0, 3600)
    const sums = [0, 1, 2].map((hour) =>
      minutes.slice(hour * 60, hour * 60 + 60).reduce((sum, value) => sum + value, 0),
    )
    expect(hours).toEqual(sums)
  }
})

test('two accounts side by side: ids and traffic of their own, requests go to either, a change stays where it was made', async () => {
  const world = await started()
  const account = '444455556666'
  await world.direct('POST', 'seed', { account, region: 'us-east-1', world: 'demo' })
  const other = clientsOf(world.url, account, 'us-east-1')
  const [mine, theirs] = [await companyOf(world), await companyOf(other)]
  const idsOf = ({ apis }: Company) =>
    apis.flatMap(({ api, deployments }) => [api.id, ...deployments.map(({ id }) => id)])
  expect(theirs.apis.map(({ api }) => api.name)).toEqual(mine.apis.map(({ api }) => api.name))
  expect(idsOf(mine).filter((id) => idsOf(theirs).includes(id))).toEqual([])
  const calls: Series = { api: 'orders', metric: 'Count', stat: 'Sum' }
  const count = async () => Promise.all([readMetric(world, calls, -60, 1), readMetric(other, calls, -60, 1)])
  const [before, theirsBefore] = await count()
  expect(theirsBefore).toHaveLength(before?.length ?? 0)
  expect(theirsBefore).not.toEqual(before)
  const url = `${world.url}/restapis/${apiOf(theirs, 'orders')?.api.id}/prod/_user_request_/orders`
  expect((await fetch(url)).status).toBeLessThan(500)
  const [after, theirsAfter] = await count()
  expect(after).toEqual(before)
  expect(theirsAfter).toEqual([...(theirsBefore ?? []), 1])
})

test.each([
  ['catalog', 'prod', 0.21],
  ['pricing', 'prod', 0.73],
  ['recommendations', 'prod', 0.54],
  ['media', 'v2', 0.97],
])(
  'the cache of %s/%s hits more often than it misses, for as many calls as go to cached methods',
  async (api, stage, cached) => {
    const { cloudWatch } = await started()
    const sum = async (metric: string) =>
      (await readMetric({ cloudWatch }, { metric, stat: 'Sum', api, stage }, -120, 0, 7200))[0] ?? 0
    const [calls, hits, misses] = [await sum('Count'), await sum('CacheHitCount'), await sum('CacheMissCount')]
    expect(hits).toBeGreaterThan(misses)
    expect(misses).toBeGreaterThan(0)
    expect(Math.abs((hits + misses) / calls - cached)).toBeLessThan(0.03)
  },
)

test('stages without a cluster, and a cluster that is being made anew, neither hit nor miss', async () => {
  const { cloudWatch } = await started()
  const misses = (api: string, stage: string, from: number, to: number) =>
    readMetric({ cloudWatch }, { metric: 'CacheMissCount', stat: 'Sum', api, stage }, from, to)
  expect(await misses('checkout', 'prod', -60, 0)).toEqual([])
  expect((await misses('partners', 'prod', -10, -5)).length).toBe(5)
  expect(await misses('partners', 'prod', 0, 3)).toEqual([])
})
