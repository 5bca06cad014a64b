import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { stageMaker } from './stage-maker.ts'

const api = 'inventory-api:${stageVariables.lambdaAlias}'

const routes = [
  route('GET /stock/{sku}', api),
  route('POST /stock/{sku}/reservations', api),
  route('DELETE /stock/{sku}/reservations/{reservationId}', api),
  route('GET /warehouses', api),
  route('GET /health'),
]
const routes45 = [...routes, route('POST /stock/counts', api, { authorizationType: 'AWS_IAM' })]

const stage = stageMaker({
  team: 'fulfilment',
  weekendShare: 0.7,
  calls: calls({
    'GET /stock/sku-4': 70,
    'POST /stock/sku-4/reservations': 14,
    'DELETE /stock/sku-4/reservations/r-2': 5,
    'GET /warehouses': 3,
    'GET /health': 2,
  }),
})

/** Terraform owns prod, as its usual tags tell; the other stages are made by hand. */
export const inventory: DemoApi = {
  name: 'inventory',
  description: 'Stock and reservations',
  createdHoursAgo: 24 * 190,
  tags: { team: 'fulfilment', owner: 'sofia', 'cost-center': '4300' },
  functions: [
    {
      name: 'inventory-api',
      versions: { 33: behaves(28, 160, { notFound: 0.004, failing: 0.0006 }), 34: behaves(28, 160) },
      aliases: { live: '33', next: '34' },
    },
  ],
  releases: [
    release('inventory 4.3, by sofia', routes, { dev: 53, qa: 52, prod: 49 }),
    release('inventory 4.4, by tom', routes, { dev: 29, qa: 28.5, prod: 27 }),
    release(undefined, routes, { dev: 19, qa: 18 }),
    release('Managed by Terraform', routes45, { dev: 11, qa: 10.4, prod: 10 }),
  ],
  stages: [
    stage('dev', { description: 'Every merge', perMinute: [0, 0], variables: { lambdaAlias: 'next' } }),
    stage('qa', { description: 'Release candidates', perMinute: [18, 6], variables: { lambdaAlias: 'next' } }),
    stage('prod', {
      description: 'The shop',
      perMinute: [310, 110],
      variables: { lambdaAlias: 'live' },
      tags: { ManagedBy: 'terraform', 'terraform-workspace': 'inventory-prod' },
      settings: { '/*/*/metrics/enabled': 'true', '/*/*/throttling/rateLimit': '200.0' },
    }),
  ],
}
