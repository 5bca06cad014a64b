import type { Behaviour } from '../world-function.ts'
import type { DemoApi, DemoRoute, DemoStage } from './demo-api.ts'
import { calls, route } from './routes.ts'

const steady: Behaviour = {
  latency: { medianMs: 61, p99Ms: 410 },
  outcomes: [
    { kind: 'answer', share: 0.008, statusCode: 404, body: '{"message":"order not found"}' },
    { kind: 'answer', share: 0.004, statusCode: 409, body: '{"message":"order already shipped"}' },
    { kind: 'throw', share: 0.001 },
    { kind: 'hang', share: 0.0001 },
  ],
  body: '{"order":{}}',
}

/** Few calls come to qa: one that failed would look like an incident. */
const next: Behaviour = { ...steady, outcomes: steady.outcomes.slice(0, 2), body: '{"order":{},"returns":[]}' }

const api = 'orders-api:${stageVariables.lambdaAlias}'

const released30: DemoRoute[] = [
  route('GET /orders', api),
  route('POST /orders', api, { apiKeyRequired: true }),
  route('GET /orders/{orderId}', api),
  route('POST /orders/{orderId}/cancel', api, { apiKeyRequired: true }),
  route('GET /orders/{orderId}/shipments', api),
  route('GET /health'),
]
const released31 = [...released30, route('POST /orders/{orderId}/returns', api, { apiKeyRequired: true })]

const traffic = calls({
  'GET /orders': 20,
  'POST /orders': 7,
  'GET /orders/o-5150': 34,
  'POST /orders/o-5150/cancel': 1.5,
  'GET /orders/o-5150/shipments': 16,
  'GET /health': 2,
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
  variables: { lambdaAlias: alias, queueName: `orders-${name}` },
  tags: { team: 'fulfilment', environment: name },
  settings:
    name === 'prod'
      ? { '/*/*/metrics/enabled': 'true', '/*/*/logging/loglevel': 'ERROR' }
      : { '/*/*/logging/loglevel': 'OFF' },
  traffic: { peakPerMinute, quietPerMinute, weekendShare: 0.8, calls: traffic },
})

export const orders: DemoApi = {
  name: 'orders',
  description: 'Orders, shipments and returns',
  createdHoursAgo: 24 * 180,
  tags: { team: 'fulfilment', owner: 'sofia', 'cost-center': '4300' },
  functions: [
    { name: 'orders-api', versions: { 17: steady, 18: steady, 19: next }, aliases: { live: '18', next: '19' } },
  ],
  releases: [
    {
      hoursAgo: 24 * 41,
      description: 'orders 3.0, by sofia',
      routes: released30,
      to: [
        { stage: 'dev', hoursAgo: 24 * 41 },
        { stage: 'qa', hoursAgo: 24 * 40 },
        { stage: 'prod', hoursAgo: 24 * 38 },
      ],
    },
    {
      hoursAgo: 24 * 14,
      routes: released30,
      to: [
        { stage: 'dev', hoursAgo: 24 * 14 },
        { stage: 'qa', hoursAgo: 24 * 13 },
      ],
    },
    {
      hoursAgo: 24 * 5,
      description: 'orders 3.1, by mara',
      routes: released31,
      to: [
        { stage: 'dev', hoursAgo: 24 * 5 },
        { stage: 'qa', hoursAgo: 24 * 4 },
        { stage: 'prod', hoursAgo: 24 * 2.2 },
      ],
    },
  ],
  stages: [
    stage('dev', 'Every merge', 'next', 0, 0),
    stage('qa', 'Release candidates', 'next', 25, 8),
    stage('prod', 'The shop', 'live', 520, 210),
  ],
}
