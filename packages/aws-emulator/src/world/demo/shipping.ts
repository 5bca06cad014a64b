import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { stageMaker } from './stage-maker.ts'

const carrier = (version: number) => `shipping-\${stageVariables.carrierMode}:${version}`

const routes = (version: number) => [
  route('POST /labels', carrier(version)),
  route('GET /labels/{labelId}', carrier(version)),
  route('GET /shipments/{shipmentId}', carrier(version)),
  route('GET /shipments/{shipmentId}/events', carrier(version)),
  route('POST /pickups', carrier(version), { apiKeyRequired: true }),
  route('GET /health'),
]
const routes34 = (version: number) => [...routes(version), route('POST /returns', carrier(version))]

const sound = behaves(130, 900, { notFound: 0.009, failing: 0.0012 })
const sandbox = behaves(60, 300)
/** What 3.4 did: the carrier refused two in ten labels. */
const broken = behaves(150, 1400, { notFound: 0.009, failing: 0.22 })

const stage = stageMaker({
  team: 'fulfilment',
  weekendShare: 0.45,
  calls: calls({
    'POST /labels': 18,
    'GET /labels/l-3': 12,
    'GET /shipments/s-81': 45,
    'GET /shipments/s-81/events': 30,
    'POST /pickups': 2,
    'GET /health': 2,
  }),
})

const incidentDaysAgo = 5
const incidentMinutes = 40
const rolledBack = incidentDaysAgo - incidentMinutes / (24 * 60)

/** Five days ago 3.4 failed for 40 minutes, until prod was rolled back; 3.4.1 mended it. */
export const shipping: DemoApi = {
  name: 'shipping',
  description: 'Labels, pickups and tracking',
  createdHoursAgo: 24 * 260,
  tags: { team: 'fulfilment', owner: 'tom', 'cost-center': '4300' },
  functions: [
    { name: 'shipping-live', versions: { 32: sound, 33: sound, 34: broken, 35: sound }, aliases: {} },
    { name: 'shipping-sandbox', versions: { 32: sandbox, 33: sandbox, 34: sandbox, 35: sandbox }, aliases: {} },
  ],
  releases: [
    release('shipping 3.2, by sofia', routes(32), { dev: 48, qa: 47, prod: 45 }),
    release('shipping 3.3, by tom', routes(33), { dev: 22, qa: 21, prod: [19, rolledBack] }),
    release(undefined, routes(33), { dev: 10.5 }),
    release('shipping 3.4, by tom', routes34(34), { dev: 8, qa: 6.9, prod: incidentDaysAgo }),
    release('shipping 3.4.1, by sofia', routes34(35), { dev: 4.6, qa: 4.4, prod: 3.9 }),
  ],
  stages: [
    stage('dev', { description: 'Every merge', perMinute: [0, 0], variables: { carrierMode: 'sandbox' } }),
    stage('qa', { description: 'Release candidates', perMinute: [15, 5], variables: { carrierMode: 'sandbox' } }),
    stage('prod', {
      description: 'The warehouses',
      perMinute: [260, 70],
      variables: { carrierMode: 'live', labelFormat: 'zpl' },
      settings: { '/*/*/metrics/enabled': 'true', '/tracingEnabled': 'true' },
    }),
  ],
}
