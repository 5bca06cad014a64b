import { behaves } from './behaviours.ts'
import type { DemoApi } from './demo-api.ts'
import { release } from './release.ts'
import { calls, route } from './routes.ts'
import { stageMaker } from './stage-maker.ts'

const api = 'invoices-api:${stageVariables.lambdaAlias}'

const routes = [
  route('GET /invoices', api),
  route('POST /invoices', api, { authorizationType: 'AWS_IAM' }),
  route('GET /invoices/{invoiceId}', api),
  route('GET /invoices/{invoiceId}/pdf', api),
  route('GET /health'),
]
const routes22 = [...routes, route('POST /credit-notes', api, { authorizationType: 'AWS_IAM' })]

const stage = stageMaker({
  team: 'finance',
  weekendShare: 0.15,
  calls: calls({
    'GET /invoices': 20,
    'POST /invoices': 10,
    'GET /invoices/n-600': 30,
    'GET /invoices/n-600/pdf': 25,
    'GET /health': 2,
  }),
})

/** CloudFormation owns prod: its own tags tell so, which nobody else may set. */
export const invoices: DemoApi = {
  name: 'invoices',
  description: 'Invoices and credit notes',
  createdHoursAgo: 24 * 320,
  tags: { team: 'finance', owner: 'ines', 'cost-center': '4600' },
  functions: [
    {
      name: 'invoices-api',
      versions: { 15: behaves(190, 1500, { notFound: 0.002 }) },
      aliases: { live: '15', next: '15' },
    },
  ],
  releases: [
    release('invoices 2.0, by ines', routes, { dev: 60, prod: 56 }),
    release('invoices 2.1, by jonas', routes, { dev: 34, prod: 32 }),
    release(undefined, routes22, { dev: 9 }),
    release('invoices 2.2, by ines', routes22, { dev: 8.1, prod: 7.2 }),
  ],
  stages: [
    stage('dev', { description: 'Every merge', perMinute: [0, 0], variables: { lambdaAlias: 'next' } }),
    stage('prod', {
      description: 'The back office',
      perMinute: [40, 4],
      variables: { lambdaAlias: 'live', vatTable: 'vat-2026' },
      tags: {
        'aws:cloudformation:stack-name': 'invoices-prod',
        'aws:cloudformation:stack-id':
          'arn:aws:cloudformation:{region}:{account}:stack/invoices-prod/5f1c0d60-8a2e-11ef-9c1d-0a58a9feac02',
        'aws:cloudformation:logical-id': 'ProdStage',
      },
    }),
  ],
}
