import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { stageMaker } from './stage-maker.ts'

const api = 'accounts-api:${stageVariables.lambdaAlias}'

const routes120 = [
  route('POST /sessions', api),
  route('DELETE /sessions/{sessionId}', api),
  route('POST /customers', api),
  route('GET /customers/{customerId}', api),
  route('PATCH /customers/{customerId}', api),
  route('GET /customers/{customerId}/addresses', api),
  route('POST /customers/{customerId}/addresses', api),
  route('GET /health'),
]
const routes122 = [...routes120, route('DELETE /customers/{customerId}', api, { authorizationType: 'AWS_IAM' })]
const routes123 = [...routes122, route('POST /passkeys', api), route('GET /passkeys/{passkeyId}', api)]

const stage = stageMaker({
  team: 'identity',
  weekendShare: 0.85,
  calls: calls({
    'POST /sessions': 22,
    'DELETE /sessions/s-9': 6,
    'POST /customers': 3,
    'GET /customers/u-20': 41,
    'PATCH /customers/u-20': 4,
    'GET /customers/u-20/addresses': 15,
    'POST /customers/u-20/addresses': 2,
    'GET /health': 2,
  }),
})

const variables = (name: string, lambdaAlias: string) => ({ lambdaAlias, userPool: `customers-${name}` })

export const accounts: DemoApi = {
  name: 'accounts',
  description: 'Customers, their addresses and sign-in',
  createdHoursAgo: 24 * 400,
  tags: { team: 'identity', owner: 'amira', 'cost-center': '4400' },
  functions: [
    {
      name: 'accounts-api',
      versions: { 64: behaves(46, 330, { notFound: 0.014, failing: 0.0009 }), 65: behaves(44, 300) },
      aliases: { live: '64', next: '65' },
    },
  ],
  releases: [
    release('accounts 1.20, by amira', routes120, { dev: 62, qa: 61, staging: 60.1, prod: 59.2 }),
    release('accounts 1.21, by noah', routes120, { dev: 44, qa: 43.4, staging: 42.9, prod: 41.1 }),
    release(undefined, routes120, { dev: 31 }),
    release('accounts 1.22, by amira', routes122, { dev: 26, qa: 25.2, staging: 24.1, prod: 20.2 }),
    release('accounts 1.22.1, by amira', routes122, { dev: 17.3, qa: 17.1, staging: 17, prod: 16.1 }),
    release('accounts 1.23, by noah', routes123, { dev: 2.3, qa: 1.4, staging: 0.7 }),
  ],
  stages: [
    stage('dev', { description: 'Every merge', perMinute: [0, 0], variables: variables('dev', 'next') }),
    stage('qa', { description: 'Release candidates', perMinute: [24, 8], variables: variables('qa', 'next') }),
    stage('staging', { description: 'Load tests', perMinute: [70, 40], variables: variables('staging', 'next') }),
    stage('prod', {
      description: 'The shop',
      perMinute: [430, 160],
      variables: variables('prod', 'live'),
      settings: { '/*/*/metrics/enabled': 'true', '/~1sessions/POST/throttling/rateLimit': '80.0' },
    }),
  ],
}
