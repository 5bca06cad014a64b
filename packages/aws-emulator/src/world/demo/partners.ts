import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { cached, stageMaker } from './stage-maker.ts'

const api = 'partners-api:${stageVariables.lambdaAlias}'
const withKey = { apiKeyRequired: true }

const routes = [
  route('GET /v2/offers', api, withKey),
  route('GET /v2/offers/{offerId}', api, withKey),
  route('POST /v2/orders', api, withKey),
  route('GET /v2/orders/{orderId}', api, withKey),
  route('GET /health'),
]
const routes25 = [...routes, route('GET /v2/reports/{month}', api, withKey)]

const stage = stageMaker({
  team: 'platform',
  weekendShare: 0.4,
  calls: calls({
    'GET /v2/offers': 30,
    'GET /v2/offers/f-1': [42, 12],
    'POST /v2/orders': 9,
    'GET /v2/orders/o-5150': 15,
    'GET /health': 2,
  }),
})

/** The cache of prod is being resized: asked for a minute ago, which takes AWS about four. */
export const partners: DemoApi = {
  name: 'partners',
  description: 'What resellers call, with their keys',
  createdHoursAgo: 24 * 230,
  tags: { team: 'platform', owner: 'jonas', 'cost-center': '4700' },
  functions: [
    {
      name: 'partners-api',
      versions: { 40: behaves(55, 380, { notFound: 0.01 }) },
      aliases: { live: '40', next: '40' },
    },
  ],
  releases: [
    release('partners 2.3, by jonas', routes, { sandbox: 51, prod: 47 }),
    release('partners 2.4, by amira', routes, { sandbox: 28, prod: 26 }),
    release(undefined, routes, { sandbox: 12 }),
    release('partners 2.5, by jonas', routes25, { sandbox: 6.3, prod: 4.2 }),
  ],
  changes: [{ stage: 'prod', hoursAgo: 1 / 60, patch: { '/cacheClusterSize': '6.1' }, cacheChangeSeconds: 240 }],
  stages: [
    stage('sandbox', { description: 'For partners to try', perMinute: [12, 3], variables: { lambdaAlias: 'next' } }),
    stage('prod', {
      description: 'Resellers',
      perMinute: [90, 25],
      variables: { lambdaAlias: 'live', keyHeader: 'x-api-key' },
      settings: cached('1.6', { '~1v2~1offers/GET': 300, '~1v2~1offers~1{offerId}/GET': 60 }),
    }),
  ],
}
