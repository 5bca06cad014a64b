import { GetStageCommand, TagResourceCommand } from '@aws-sdk/client-api-gateway'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type TestApp } from '../../tests/test-app.ts'
import { configOf } from '../aws/stage-config.ts'
import { stageArn } from '../aws/tag-patch.ts'
import type { Draft, Intent } from './intent.ts'
import { isAbsent } from './absent.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const mara = { issuer: 'demo', subject: 'mara', name: 'mara', role: 'operator' as const }
const undo = { kind: 'compensating' as const, notRestored: ['when it was made'] }

const leads = (states: Draft['states'], parts?: Draft['parts']): Intent => ({
  verb: 'stages.test',
  mayBeAbsent: true,
  draft: async () => ({ title: 'test', act: 'test', states, ...(parts && { parts }), reads: [], undo }),
})

async function act(address: Parameters<TestApp['app']['services']['engine']['run']>[1], intent: Intent) {
  const { engine } = app.app.services
  const { plan } = await engine.run(mara, address, intent, { dryRun: true, reason: '' })
  const { change } = await engine.run(mara, address, intent, {
    dryRun: false,
    reason: '',
    seen: plan.seen,
    ...(plan.confirm && { confirm: plan.confirm }),
  })
  return { plan, change: change! }
}

async function undone(changeId: string) {
  const client = await app.as('mara')
  const { plan } = await client.activity.undo({ changeId, dryRun: true })
  if (plan.blocked) return plan
  await client.activity.undo({
    changeId,
    dryRun: false,
    seen: plan.seen,
    reason: '',
    ...(plan.confirm && { confirm: plan.confirm }),
  })
  return plan
}

describe('a stage that is deleted', () => {
  test('is gone, and its undo makes it again with all that can be set, and its tags', async () => {
    const { address, read, patch } = await demoStage(app, 'checkout', 'qa')
    const resourceArn = stageArn('eu-central-1', address.apiId, 'qa')
    await app.aws.send(new TagResourceCommand({ resourceArn, tags: { team: 'payments' } }))
    await patch({ op: 'replace', path: '/*/*/throttling/burstLimit', value: '7' })
    const before = await read()

    const { plan, change } = await act(address, leads([null]))

    expect(plan.operations.map(({ operation }) => operation)).toEqual(['DeleteStage'])
    expect(change).toMatchObject({ status: 'done', outcome: 'AWS shows the change' })
    await expect(read()).rejects.toThrow('Invalid stage identifier specified')

    expect((await undone(change.id)).operations.map(({ operation }) => operation)).toEqual([
      'CreateStage',
      'UpdateStage',
    ])
    expect(configOf(await read())).toEqual(configOf(before))
    expect((await read()).tags).toEqual(before.tags)
  })
})

describe('a stage that is made', () => {
  const config: StageConfig = {
    cacheClusterEnabled: false,
    tracingEnabled: true,
    variables: { alias: 'live' },
    description: 'for a trial',
  }

  test('is there as it should be, and its undo takes it away; with a later edit by others it does not', async () => {
    const { address, deployments } = await demoStage(app, 'checkout', 'qa')
    const trial = { ...address, stage: 'trial' }
    const wanted = { ...config, deploymentId: deployments[0]!.id! }
    const read = () => app.aws.send(new GetStageCommand({ restApiId: trial.apiId, stageName: 'trial' }))

    const { plan, change } = await act(trial, leads([wanted], { tags: { owner: 'mara' } }))

    expect(change.status).toBe('done')
    expect(plan.target.createdAt).toBeNull()
    expect(plan.commands[0]).toMatch(
      /create-stage .*\n.*--tracing-enabled .*--variables alias=live .*--tags owner=mara/,
    )
    expect(configOf(await read())).toEqual(wanted)
    expect((await read()).tags).toEqual({ owner: 'mara' })

    await undone(change.id)
    await expect(read()).rejects.toThrow('Invalid stage identifier specified')

    const again = await act(trial, leads([wanted]))
    const { patch } = await demoStage(app, 'checkout', 'trial')
    await patch({ op: 'replace', path: '/variables/theirs', value: 'kept' })
    expect((await undone(again.change.id)).blocked).toMatchObject({ rule: 'undo', fields: ['variables.theirs'] })
  })

  test('is looked at as absent before', async () => {
    const { address } = await demoStage(app, 'checkout', 'qa')
    const looked: boolean[] = []
    const intent: Intent = {
      ...leads([]),
      draft: async ({ stage }) => {
        looked.push(isAbsent(stage.config))
        return { title: '', act: '', states: [null], reads: [], undo }
      },
    }
    const { plan } = await app.app.services.engine.run(mara, { ...address, stage: 'never' }, intent, {
      dryRun: true,
      reason: '',
    })

    expect(looked).toEqual([true])
    expect(plan.blocked?.rule).toBe('nothing_to_do')
  })
})
