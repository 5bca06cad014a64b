import type { Behaviour } from '../world-function.ts'
import type { DemoApi, DemoRoute, DemoStage } from './demo-api.ts'
import { calls, route } from './routes.ts'

const healthy: Behaviour = {
  latency: { medianMs: 84, p99Ms: 620 },
  outcomes: [
    { kind: 'answer', share: 0.011, statusCode: 404, body: '{"message":"cart not found"}' },
    { kind: 'answer', share: 0.006, statusCode: 422, body: '{"message":"voucher not valid"}' },
    { kind: 'throw', share: 0.0015 },
  ],
  body: '{"status":"accepted"}',
}

/** What 2.14 brought, and only the live provider shows: a payment client that runs into errors and slow retries. */
const broken: Behaviour = {
  ...healthy,
  latency: { medianMs: 118, p99Ms: 2900 },
  outcomes: [
    ...healthy.outcomes.slice(0, 2),
    { kind: 'throw', share: 0.048 },
    { kind: 'answer', share: 0.013, statusCode: 503, body: '{"message":"payment provider unavailable"}' },
  ],
}

/** Few calls come to dev and qa: one that failed would look like an incident. */
const sandbox: Behaviour = { ...healthy, outcomes: healthy.outcomes.slice(0, 2) }

const functionOf = (version: number) => `checkout-\${stageVariables.paymentMode}:${version}`

const routes = (version: number): DemoRoute[] => {
  const api = functionOf(version)
  return [
    route('POST /carts', api),
    route('GET /carts/{cartId}', api),
    route('DELETE /carts/{cartId}', api),
    route('POST /carts/{cartId}/items', api),
    route('PATCH /carts/{cartId}/items/{itemId}', api),
    route('DELETE /carts/{cartId}/items/{itemId}', api),
    route('POST /checkout', api),
    route('GET /checkout/{checkoutId}', api),
    route('POST /checkout/{checkoutId}/confirm', api),
    route('POST /payments', api, { apiKeyRequired: true }),
    route('GET /payments/{paymentId}', api, { apiKeyRequired: true }),
    route('POST /payments/{paymentId}/refund', api, { authorizationType: 'AWS_IAM' }),
    route('POST /vouchers/validate', api, { apiKeyRequired: version >= 42 }),
    route('GET /shipping/rates', api),
    route('GET /health'),
  ]
}

const released213 = routes(41)
const released214 = [
  ...routes(42),
  route('POST /payments/{paymentId}/capture', functionOf(42), { apiKeyRequired: true }),
]
const released212 = routes(40).filter(({ path }) => path !== '/shipping/rates')

const traffic = calls({
  'GET /carts/c-1042': 30,
  'POST /carts': 8,
  'POST /carts/c-1042/items': 14,
  'PATCH /carts/c-1042/items/i-7': 5,
  'DELETE /carts/c-1042/items/i-7': 3,
  'POST /checkout': 7,
  'GET /checkout/k-88': 9,
  'POST /checkout/k-88/confirm': 5,
  'POST /payments': 6,
  'GET /payments/p-311': 5,
  'POST /vouchers/validate': 3,
  'GET /shipping/rates': 4,
  'GET /health': 2,
  'GET /favicon.ico': 0.2,
})

const stage = (
  name: string,
  description: string,
  mode: string,
  peakPerMinute: number,
  quietPerMinute: number,
): DemoStage => ({
  name,
  description,
  variables: { paymentMode: mode, logLevel: name === 'prod' ? 'warn' : 'debug', tableName: `checkout-${name}` },
  tags: { team: 'payments', environment: name },
  settings:
    name === 'prod'
      ? {
          '/*/*/metrics/enabled': 'true',
          '/*/*/logging/loglevel': 'ERROR',
          '/*/*/throttling/rateLimit': '400.0',
          '/*/*/throttling/burstLimit': '800',
          '/~1payments/POST/throttling/rateLimit': '50.0',
          '/tracingEnabled': 'true',
        }
      : { '/*/*/logging/loglevel': 'INFO' },
  traffic: { peakPerMinute, quietPerMinute, weekendShare: 0.8, calls: traffic },
})

/** Live in prod since one hour: 2.14, which is bad; 2.13 before it was fine. */
export const checkout: DemoApi = {
  name: 'checkout',
  description: 'Carts, checkout and payments of the shop',
  createdHoursAgo: 24 * 210,
  tags: { team: 'payments', owner: 'mara', 'cost-center': '4100' },
  functions: [
    { name: 'checkout-live', versions: { 40: healthy, 41: healthy, 42: broken }, aliases: {} },
    { name: 'checkout-sandbox', versions: { 40: sandbox, 41: sandbox, 42: sandbox }, aliases: {} },
  ],
  releases: [
    {
      hoursAgo: 24 * 23,
      description: 'checkout 2.11, by jonas',
      routes: released212,
      to: [
        { stage: 'dev', hoursAgo: 24 * 23 },
        { stage: 'qa', hoursAgo: 24 * 22 },
        { stage: 'prod', hoursAgo: 24 * 21 },
      ],
    },
    {
      hoursAgo: 24 * 12,
      description: 'checkout 2.12, by mara',
      routes: released212,
      to: [
        { stage: 'dev', hoursAgo: 24 * 12 },
        { stage: 'qa', hoursAgo: 24 * 11 },
        { stage: 'prod', hoursAgo: 24 * 10 },
      ],
    },
    { hoursAgo: 24 * 6.2, routes: released212, to: [{ stage: 'dev', hoursAgo: 24 * 6.2 }] },
    {
      hoursAgo: 24 * 4.1,
      description: 'checkout 2.13, by jonas',
      routes: released213,
      to: [
        { stage: 'dev', hoursAgo: 24 * 4.1 },
        { stage: 'qa', hoursAgo: 24 * 3.8 },
        { stage: 'prod', hoursAgo: 24 * 3.1 },
      ],
    },
    {
      hoursAgo: 27.5,
      description: 'checkout 2.14, by mara',
      routes: released214,
      to: [
        { stage: 'dev', hoursAgo: 27.5 },
        { stage: 'qa', hoursAgo: 5.2 },
        { stage: 'prod', hoursAgo: 1 },
      ],
    },
  ],
  stages: [
    stage('dev', 'Every merge', 'sandbox', 2, 0),
    stage('qa', 'Release candidates', 'sandbox', 42, 12),
    stage('prod', 'The shop', 'live', 780, 230),
  ],
}
