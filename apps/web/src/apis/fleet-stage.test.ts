import { expect, test } from 'vitest'
import type { FleetRow, StageHealth } from '@callboard/shared-types/apis/apis.schemas'
import { sortStages, type FleetStage } from './fleet-stage'
import type { StageStatus } from './stage-status'

const stage = (apiName: string, name: string, callsPerMinute: number | null, word: StageStatus['word'] = 'healthy') =>
  ({
    key: `demo/${apiName}/${name}`,
    attention: false,
    connection: 'demo',
    colour: null,
    row: { apiName, apiId: apiName, stage: name, production: name === 'prod' } as FleetRow,
    health: { callsPerMinute } as StageHealth,
    statuses: [{ word, text: word }],
  }) satisfies FleetStage

const stages = [
  stage('orders', 'dev', null),
  stage('checkout', 'dev', 2),
  stage('checkout', 'qa', 40),
  stage('checkout', 'prod', 900, 'degraded'),
  stage('catalog', 'prod', 40),
]
const sorted = (...args: [Parameters<typeof sortStages>[1]]) =>
  sortStages(stages, ...args).map(({ row }) => `${row.apiName} ${row.stage}`)

test('by API, production comes first', () => {
  expect(sorted('api')).toEqual(['catalog prod', 'checkout prod', 'checkout qa', 'checkout dev', 'orders dev'])
})

test('what has no figure comes last, either way', () => {
  expect(sorted('calls').at(-1)).toBe('orders dev')
  expect(sorted('-calls')).toEqual(['checkout prod', 'catalog prod', 'checkout qa', 'checkout dev', 'orders dev'])
})

test('by status, the worst comes first', () => {
  expect(sorted('status')[0]).toBe('checkout prod')
})
