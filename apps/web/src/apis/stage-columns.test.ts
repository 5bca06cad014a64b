import { expect, test } from 'vitest'
import { stageColumns, stageRows, type StageColumn } from './stage-columns'

const stage = (name: string, variables: Record<string, string>, config: Partial<StageColumn['config']> = {}) =>
  ({
    stage: name,
    production: name === 'prod',
    invokeUrl: '',
    config: { cacheClusterEnabled: false, tracingEnabled: false, variables, ...config },
    cacheClusterStatus: 'NOT_AVAILABLE',
    tags: {},
    updatedAt: '2026-01-01T00:00:00.000Z',
    undeployed: null,
  }) satisfies StageColumn

const rowOf = (label: string, stages: StageColumn[]) => stageRows(stages, []).find((row) => row.label === label)!

test('development comes first and production last', () => {
  const stages = ['prod', 'qa', 'beta', 'dev'].map((name) => stage(name, {}))
  expect(stageColumns(stages).map((column) => column.stage)).toEqual(['dev', 'beta', 'qa', 'prod'])
})

test('the cell that is not as the others stands out', () => {
  const row = rowOf('alias', [stage('dev', { alias: 'x' }), stage('qa', { alias: 'x' }), stage('prod', { alias: 'y' })])
  expect(row.differs).toBe(true)
  expect(row.cells.map(({ differs }) => differs)).toEqual([false, false, true])
})

test('where none is the usual, all stand out; an absent value is a value', () => {
  const row = rowOf('alias', [stage('dev', {}), stage('prod', { alias: 'y' })])
  expect(row.cells).toMatchObject([
    { value: null, differs: true },
    { value: 'y', differs: true },
  ])
})

test('what all have stands out nowhere', () => {
  const row = rowOf('alias', [stage('dev', { alias: 'x' }), stage('prod', { alias: 'x' })])
  expect(row.differs).toBe(false)
  expect(row.cells.some(({ differs }) => differs)).toBe(false)
})

test('a canary of one stage has its share, and the others none', () => {
  const canarySettings = { deploymentId: 'd1', percentTraffic: 10, useStageCache: false }
  const row = rowOf('Share', [stage('dev', {}), stage('qa', {}), stage('prod', {}, { canarySettings })])
  expect(row.cells.map(({ value }) => value)).toEqual([null, null, '10\u00a0%'])
})
