import { expect, test } from 'vitest'
import type { Plan } from '@callboard/shared-types/changes/plan.schemas'
import { movedBetween } from './moved'

const plan = (seen: Plan['seen'], label = 'Deployment') =>
  ({ seen, changes: [{ field: 'deploymentId', label, before: null, after: null }] }) as unknown as Plan

test('names what is no longer as it was seen, with both values', () => {
  const seen = plan([
    { field: 'deploymentId', value: 'd1' },
    { field: 'canarySettings', value: null },
  ])
  const present = plan([
    { field: 'deploymentId', value: 'd2' },
    { field: 'canarySettings', value: null },
  ])

  expect(movedBetween(seen, present)).toEqual([
    { field: 'deploymentId', label: 'Deployment', before: 'd1', after: 'd2' },
  ])
})

test('a field that another choice no longer reads has not moved', () => {
  const seen = plan([
    { field: 'deploymentId', value: 'd1' },
    { field: 'canarySettings', value: 'x' },
  ])

  expect(movedBetween(seen, plan([{ field: 'deploymentId', value: 'd1' }]))).toEqual([])
})

test('what was absent and is there now has moved', () => {
  const field = 'canarySettings/percentTraffic'

  expect(movedBetween(plan([{ field, value: null }]), plan([{ field, value: '10' }]))).toMatchObject([
    { field, after: '10' },
  ])
})
