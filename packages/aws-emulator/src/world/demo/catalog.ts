import type { Behaviour } from '../world-function.ts'
import type { DemoApi, DemoRoute, DemoStage } from './demo-api.ts'
import { calls, route } from './routes.ts'

const present: Behaviour = {
  latency: { medianMs: 38, p99Ms: 240 },
  outcomes: [
    { kind: 'answer', share: 0.021, statusCode: 404, body: '{"message":"product not found"}' },
    { kind: 'throw', share: 0.0008 },
  ],
  body: '{"items":[]}',
}

/** What the canary tries out: faster, and no failures. Few calls come to dev: one that failed would look like an incident. */
const next: Behaviour = { ...present, latency: { medianMs: 29, p99Ms: 170 }, outcomes: present.outcomes.slice(0, 1) }

const api = 'catalog-api:${stageVariables.lambdaAlias}'
const search = 'search-api:${stageVariables.lambdaAlias}'

const released57: DemoRoute[] = [
  route('GET /products', api),
  route('POST /products', api, { authorizationType: 'AWS_IAM' }),
  route('GET /products/{productId}', api),
  route('PUT /products/{productId}', api, { authorizationType: 'AWS_IAM' }),
  route('DELETE /products/{productId}', api, { authorizationType: 'AWS_IAM' }),
  route('GET /products/{productId}/images', api),
  route('GET /products/{productId}/prices', api),
  route('PUT /products/{productId}/prices', api, { authorizationType: 'AWS_IAM' }),
  route('GET /products/{productId}/reviews', api),
  route('POST /products/{productId}/reviews', api),
  route('GET /products/{productId}/stock', api),
  route('GET /categories', api),
  route('GET /categories/{categoryId}', api),
  route('GET /categories/{categoryId}/products', api),
  route('GET /brands', api),
  route('GET /brands/{brandId}', api),
  route('GET /search', search),
  route('GET /search/suggestions', search),
  route('GET /feeds/{partner}', api, { apiKeyRequired: true }),
  route('GET /exports/{proxy+}', api, { apiKeyRequired: true }),
  route('GET /health'),
]
const released58 = [...released57, route('GET /products/{productId}/similar', api)]
const released59 = [...released58, route('GET /search/trending', search)].filter(
  ({ path }) => path !== '/brands/{brandId}',
)

const traffic = calls({
  'GET /products': 16,
  'GET /products/p-771': [30, 80],
  'GET /products/p-771/images': 12,
  'GET /products/p-771/prices': 14,
  'GET /products/p-771/reviews': 8,
  'POST /products/p-771/reviews': 0.6,
  'GET /products/p-771/stock': 9,
  'GET /categories': 6,
  'GET /categories/c-12/products': 9,
  'GET /brands': 2,
  'GET /search': 14,
  'GET /search/suggestions': 18,
  'GET /feeds/acme': 1,
  'GET /health': 2,
  'GET /wp-login.php': 0.3,
})

const stage = (
  name: string,
  description: string,
  alias: string,
  peakPerMinute: number,
  quietPerMinute: number,
): DemoStage => ({
  name,
  description,
  variables: { lambdaAlias: alias, searchIndex: `products-${name}`, imageHost: `images.${name}.example.com` },
  tags: { team: 'catalog', environment: name },
  settings:
    name === 'prod'
      ? {
          '/*/*/metrics/enabled': 'true',
          '/*/*/logging/loglevel': 'ERROR',
          '/cacheClusterSize': '1.6',
          '/cacheClusterEnabled': 'true',
          '/~1products~1{productId}/GET/caching/enabled': 'true',
          '/~1products~1{productId}/GET/caching/ttlInSeconds': '60',
        }
      : { '/*/*/logging/loglevel': 'OFF' },
  traffic: { peakPerMinute, quietPerMinute, weekendShare: 0.8, calls: traffic },
})

/** A canary runs in prod: 10 % of the requests go to 5.9 and to the function's alias `next`. */
export const catalog: DemoApi = {
  name: 'catalog',
  description: 'Products, prices, stock and search',
  createdHoursAgo: 24 * 340,
  tags: { team: 'catalog', owner: 'wei', 'cost-center': '4200' },
  functions: [
    { name: 'catalog-api', versions: { 110: present, 111: next }, aliases: { live: '110', next: '111' } },
    { name: 'search-api', versions: { 31: present, 32: next }, aliases: { live: '31', next: '32' } },
  ],
  releases: [
    {
      hoursAgo: 24 * 30,
      description: 'catalog 5.7, by wei',
      routes: released57,
      to: [
        { stage: 'dev', hoursAgo: 24 * 30 },
        { stage: 'qa', hoursAgo: 24 * 29 },
        { stage: 'prod', hoursAgo: 24 * 28 },
      ],
    },
    {
      hoursAgo: 24 * 9,
      description: 'catalog 5.8, by priya',
      routes: released58,
      to: [
        { stage: 'dev', hoursAgo: 24 * 9 },
        { stage: 'qa', hoursAgo: 24 * 8 },
        { stage: 'prod', hoursAgo: 24 * 7 },
      ],
    },
    { hoursAgo: 24 * 3, routes: released58, to: [{ stage: 'dev', hoursAgo: 24 * 3 }] },
    {
      hoursAgo: 30,
      description: 'catalog 5.9, by wei',
      routes: released59,
      to: [
        { stage: 'dev', hoursAgo: 30 },
        { stage: 'qa', hoursAgo: 26 },
      ],
      canary: { stage: 'prod', hoursAgo: 3.4, percent: 10, overrides: { lambdaAlias: 'next' } },
    },
  ],
  stages: [
    stage('dev', 'Every merge', 'next', 3, 0),
    stage('qa', 'Release candidates', 'next', 60, 18),
    stage('prod', 'The shop', 'live', 890, 300),
  ],
}
