import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { cached, stageMaker } from './stage-maker.ts'

const api = 'recommendations-api:${stageVariables.lambdaAlias}'

const routes = [
  route('GET /recommendations/{customerId}', api),
  route('GET /similar/{sku}', api),
  route('GET /trending', api),
  route('POST /feedback', api),
  route('GET /health'),
]
const routes09 = [...routes, route('GET /bundles/{sku}', api)]

const stage = stageMaker({
  team: 'discovery',
  weekendShare: 0.9,
  calls: calls({
    'GET /recommendations/u-20': 38,
    'GET /similar/sku-4': [34, 400],
    'GET /trending': 20,
    'POST /feedback': 6,
    'GET /health': 2,
  }),
})

/** Somebody put a canary on beta twelve days ago and forgot it there. */
export const recommendations: DemoApi = {
  name: 'recommendations',
  description: 'What customers may like',
  createdHoursAgo: 24 * 120,
  tags: { team: 'discovery', owner: 'kenji', 'cost-center': '4200' },
  functions: [
    {
      name: 'recommendations-api',
      versions: { 8: behaves(88, 640, { notFound: 0.02, failing: 0.0008 }), 9: behaves(80, 560, { notFound: 0.02 }) },
      aliases: { live: '8', beta: '9', trial: '9' },
    },
  ],
  releases: [
    release('recommendations 0.6, by kenji', routes, { dev: 58, beta: 57, prod: 50 }),
    release('recommendations 0.7, by lena', routes, { dev: 35, beta: 34.2, prod: 30.5 }),
    release(undefined, routes, { dev: 20 }),
    release('recommendations 0.8, by kenji', routes, { dev: 16, beta: 15.5, prod: 14.2 }),
    release(
      'recommendations 0.9, by kenji',
      routes09,
      { dev: 12.4 },
      { stage: 'beta', daysAgo: 12, percent: 5, overrides: { lambdaAlias: 'trial' } },
    ),
  ],
  stages: [
    stage('dev', { description: 'Every merge', perMinute: [0, 0], variables: { lambdaAlias: 'beta' } }),
    stage('beta', { description: 'Staff', perMinute: [45, 12], variables: { lambdaAlias: 'beta', model: 'm-31' } }),
    stage('prod', {
      description: 'The shop',
      perMinute: [380, 130],
      variables: { lambdaAlias: 'live', model: 'm-28' },
      settings: {
        '/*/*/metrics/enabled': 'true',
        ...cached('6.1', { '~1trending/GET': 600, '~1similar~1{sku}/GET': 300 }),
      },
    }),
  ],
}
