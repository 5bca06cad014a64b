import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { stageMaker } from './stage-maker.ts'

const api = 'notifications-api:${stageVariables.lambdaAlias}'

const routes = [
  route('POST /messages', api),
  route('GET /messages/{messageId}', api),
  route('GET /templates', api),
  route('PUT /templates/{templateId}', api, { authorizationType: 'AWS_IAM' }),
  route('POST /webhooks/{provider}', api),
  route('GET /health'),
]
const routes16 = [...routes, route('POST /messages/{messageId}/cancel', api)]

const stage = stageMaker({
  team: 'engagement',
  weekendShare: 0.9,
  calls: calls({
    'POST /messages': 40,
    'GET /messages/m-7': 20,
    'GET /templates': 6,
    'POST /webhooks/mail': 28,
    'GET /health': 2,
  }),
})

/** Two stages only: this team tries things out in dev and goes live. */
export const notifications: DemoApi = {
  name: 'notifications',
  description: 'Mail, push and text messages',
  createdHoursAgo: 24 * 150,
  tags: { team: 'engagement', owner: 'lena', 'cost-center': '4500' },
  functions: [
    {
      name: 'notifications-api',
      versions: { 21: behaves(72, 520, { notFound: 0.003, failing: 0.0012 }), 22: behaves(70, 500) },
      aliases: { live: '21', next: '22' },
    },
  ],
  releases: [
    release('notifications 1.4, by lena', routes, { dev: 40, prod: 38 }),
    release('notifications 1.5, by mara', routes, { dev: 25, prod: 24.2 }),
    release(undefined, routes, { dev: 13 }),
    release('notifications 1.6, by lena', routes16, { dev: 6.2, prod: 5.8 }),
  ],
  stages: [
    stage('dev', { description: 'Every merge', perMinute: [4, 1], variables: { lambdaAlias: 'next' } }),
    stage('prod', {
      description: 'The shop',
      perMinute: [240, 60],
      variables: { lambdaAlias: 'live', senderName: 'hello' },
      settings: { '/*/*/metrics/enabled': 'true' },
    }),
  ],
}
