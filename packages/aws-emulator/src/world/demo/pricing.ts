import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { cached, stageMaker } from './stage-maker.ts'

/** The function follows the database that the stage reads from. */
const api = 'pricing-${stageVariables.readFrom}:12'

const routes70 = [
  route('GET /prices/{sku}', api),
  route('POST /prices/batch', api),
  route('PUT /prices/{sku}', api, { authorizationType: 'AWS_IAM' }),
  route('GET /discounts', api),
  route('GET /health'),
]
const routes72 = [...routes70, route('GET /discounts/{discountId}', api), route('GET /currencies', api)]

const stage = stageMaker({
  team: 'catalog',
  weekendShare: 0.8,
  calls: calls({
    'GET /prices/sku-4': [60, 60],
    'POST /prices/batch': 24,
    'PUT /prices/sku-4': 1,
    'GET /discounts': 12,
    'GET /health': 2,
  }),
})

/** Nine days ago somebody let prod read from the replica: slow for two hours, until it was set back. */
export const pricing: DemoApi = {
  name: 'pricing',
  description: 'Prices, discounts and currencies',
  createdHoursAgo: 24 * 290,
  tags: { team: 'catalog', owner: 'priya', 'cost-center': '4200' },
  functions: [
    { name: 'pricing-primary', versions: { 12: behaves(19, 95, { notFound: 0.006, failing: 0.0004 }) }, aliases: {} },
    { name: 'pricing-replica', versions: { 12: behaves(210, 2600, { notFound: 0.006 }) }, aliases: {} },
    { name: 'pricing-sandbox', versions: { 12: behaves(24, 120) }, aliases: {} },
  ],
  releases: [
    release('pricing 7.0, by wei', routes70, { dev: 55, qa: 54, prod: 52 }),
    release('pricing 7.1, by priya', routes70, { dev: 36, qa: 35, prod: 33.3 }),
    release('pricing 7.2, by priya', routes72, { dev: 18, qa: 17.4, prod: 15.8 }),
    release(undefined, routes72, { dev: 4.6 }),
    release('pricing 7.3, by wei', routes72, { dev: 1.6, qa: 0.9 }),
  ],
  changes: [
    { stage: 'prod', hoursAgo: 24 * 9, patch: { '/variables/readFrom': 'replica' } },
    { stage: 'prod', hoursAgo: 24 * 9 - 2, patch: { '/variables/readFrom': 'primary' } },
  ],
  stages: [
    stage('dev', { description: 'Every merge', perMinute: [0, 0], variables: { readFrom: 'sandbox' } }),
    stage('qa', { description: 'Release candidates', perMinute: [30, 10], variables: { readFrom: 'sandbox' } }),
    stage('prod', {
      description: 'The shop',
      perMinute: [620, 200],
      variables: { readFrom: 'primary', currency: 'EUR' },
      settings: {
        '/*/*/metrics/enabled': 'true',
        ...cached('0.5', { '~1discounts/GET': 120, '~1prices~1{sku}/GET': 30 }),
      },
    }),
  ],
}
