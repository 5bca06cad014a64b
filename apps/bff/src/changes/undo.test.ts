import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { normalise } from '../aws/stage-config.ts'
import { stageConfigs } from '../aws/stage-config.arbitrary.ts'
import { reverted } from './undo.ts'

const plain: StageConfig = { deploymentId: 'a', cacheClusterEnabled: false, tracingEnabled: false }
const canary = { deploymentId: 'b', percentTraffic: 10, useStageCache: false }

describe('an undo', () => {
  test('of any change to a stage that nobody touched since is the state before', () => {
    fc.assert(
      fc.property(stageConfigs(['a', 'b', 'c']), stageConfigs(['a', 'b', 'c']), (before, after) => {
        const { config, conflicts } = reverted(before, after, after)

        expect(conflicts).toEqual([])
        expect(normalise(config as StageConfig)).toEqual(before)
      }),
      { seed: 20_261_124, numRuns: 300 },
    )
  })

  test('keeps the later edits of others', () => {
    const later = { ...plain, deploymentId: 'b', variables: { alias: 'v2' }, description: 'by another' }

    const { config, conflicts } = reverted(plain, { ...plain, deploymentId: 'b' }, later)

    expect(conflicts).toEqual([])
    expect(config).toEqual({ ...later, deploymentId: 'a' })
  })

  test('is refused by name where a touched field is no longer what the change left', () => {
    const { conflicts } = reverted(plain, { ...plain, deploymentId: 'b' }, { ...plain, deploymentId: 'c' })

    expect(conflicts.map(({ field }) => field)).toEqual(['deploymentId'])
  })

  test('of a canary that was started takes it away as a whole', () => {
    const started = { ...plain, canarySettings: canary }

    expect(reverted(plain, started, started).config).toEqual(plain)
  })

  test('of a canary that was started is refused when somebody gave it a variable since', () => {
    const started = { ...plain, canarySettings: canary }
    const now = { ...plain, canarySettings: { ...canary, stageVariableOverrides: { alias: 'v3' } } }

    expect(reverted(plain, started, now).conflicts.map(({ field }) => field)).toEqual([
      'canarySettings.stageVariableOverrides.alias',
    ])
  })

  test('of a share that was moved is refused when the canary is gone', () => {
    const before = { ...plain, canarySettings: canary }
    const after = { ...plain, canarySettings: { ...canary, percentTraffic: 50 } }

    expect(reverted(before, after, plain).conflicts.map(({ field }) => field)).toEqual([
      'canarySettings.percentTraffic',
    ])
  })

  test('of any change to some fields keeps any later edit of the others', () => {
    const any = stageConfigs(['a', 'b'])
    fc.assert(
      fc.property(any, any, any, (before, ours, theirs) => {
        const after = normalise({ ...before, variables: ours.variables, canarySettings: ours.canarySettings })
        const others = { description: theirs.description, methodSettings: theirs.methodSettings }
        const present = normalise({ ...after, ...others, tracingEnabled: theirs.tracingEnabled })

        const { config, conflicts } = reverted(before, after, present)

        expect(conflicts).toEqual([])
        expect(normalise(config as StageConfig)).toEqual(
          normalise({ ...before, ...others, tracingEnabled: theirs.tracingEnabled }),
        )
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
