import type { PlanRow } from '@callboard/shared-types/plans/plans.schemas'
import { expect, test } from 'vitest'
import { countPlanEdits, editMethod, editPlan, noPlanEdits, toggleStage } from './plan-edits'

const plan: PlanRow = {
  id: 'p1',
  name: 'Gold',
  description: '',
  productCode: '',
  throttle: { rateLimit: 5, burstLimit: 10 },
  quota: null,
  stages: [{ apiId: 'a1', apiName: 'shop', stage: 'prod', production: true, exists: true, methods: {} }],
  tags: {},
  keys: 1,
}

test('an edit that is back at what is in force is no edit', () => {
  const edited = editPlan(noPlanEdits, plan, 'throttle', { rateLimit: 6, burstLimit: 10 })
  expect(countPlanEdits(edited)).toBe(1)
  expect(editPlan(edited, plan, 'throttle', { rateLimit: 5, burstLimit: 10 })).toEqual(noPlanEdits)
  expect(countPlanEdits(editPlan(noPlanEdits, plan, 'quota', null))).toBe(0)
  expect(editPlan(noPlanEdits, plan, 'throttle', null)).toEqual({ ...noPlanEdits, throttle: null })
})

test('a stage that is toggled twice stays as it is, whether it was there or not', () => {
  for (const key of ['a1:prod', 'a1:dev'] as const) {
    const once = toggleStage(noPlanEdits, plan, key)
    expect(countPlanEdits(once)).toBe(1)
    expect(toggleStage(once, plan, key)).toEqual(noPlanEdits)
  }
  expect(toggleStage(noPlanEdits, plan, 'a1:prod').removeStages).toEqual(['a1:prod'])
})

test('limits of methods are edits of their own, and go with their last one', () => {
  const limit = { rateLimit: 1, burstLimit: 2 }
  const edited = editMethod(noPlanEdits, 'a1:prod', '/pets/GET', null, limit)
  expect(edited.methods).toEqual({ 'a1:prod': { '/pets/GET': limit } })
  expect(editMethod(edited, 'a1:prod', '/pets/GET', null, null)).toEqual(noPlanEdits)
  expect(editMethod(noPlanEdits, 'a1:prod', '/pets/GET', limit, null).methods).toEqual({
    'a1:prod': { '/pets/GET': null },
  })
})
