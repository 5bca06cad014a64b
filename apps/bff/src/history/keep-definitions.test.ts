import {
  CreateDeploymentCommand,
  DeleteDeploymentCommand,
  GetResourcesCommand,
  UpdateIntegrationCommand,
} from '@aws-sdk/client-api-gateway'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoStage, lookAtStages } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'
import { withoutPlace } from './keep-definitions.ts'

let app: TestApp
let mara: Client
let qa: Awaited<ReturnType<typeof demoStage>>

beforeAll(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  qa = await demoStage(app, 'catalog', 'qa')
  await lookAtStages(app, qa.address.apiId)
})
afterAll(() => app.close())

const keep = () => app.app.jobs.run('keep-definitions')
const point = (deploymentId: string) => qa.patch({ op: 'replace', path: '/deploymentId', value: deploymentId })

/** Changes the integration of one method and deploys it to no stage. */
async function deployOtherIntegration(description: string): Promise<string> {
  const restApiId = qa.address.apiId
  const { items = [] } = await app.aws.send(new GetResourcesCommand({ restApiId, limit: 500 }))
  const found = items.find(({ path }) => path === '/products')!
  await app.aws.send(
    new UpdateIntegrationCommand({
      restApiId,
      resourceId: found.id,
      httpMethod: 'GET',
      patchOperations: [{ op: 'replace', path: '/timeoutInMillis', value: '1234' }],
    }),
  )
  return (await app.aws.send(new CreateDeploymentCommand({ restApiId, description }))).id!
}

test('the definition of each deployment that is live is kept once, by one export', async () => {
  await keep()
  const asked = await app.called('GetExport')
  await keep()

  expect(asked).toBeGreaterThan(0)
  expect(await app.called('GetExport')).toBe(asked)
  const { items } = await mara.deployments.list(qa.address)
  const live = items.filter(({ liveOn }) => liveOn.length > 0)
  expect(live.every(({ definition }) => definition?.failure === null)).toBe(true)
  expect(items.filter(({ liveOn }) => liveOn.length === 0).every(({ definition }) => definition === null)).toBe(true)
})

test("of a canary's deployment it is said that AWS can't export it", async () => {
  const { items } = await mara.deployments.list(qa.address)
  const old = items.find(({ canaryOn, liveOn }) => canaryOn.length + liveOn.length === 0)!
  await qa.patch({ op: 'replace', path: '/canarySettings/deploymentId', value: old.id })
  app.app.services.connections.get('demo').cache.drop(`stages/${qa.address.apiId}`)
  await keep()
  const live = items.find(({ liveOn }) => liveOn.includes('prod'))!
  const { definition } = await mara.deployments.compare({ ...qa.address, from: live.id, to: old.id })
  await app.director('clock', { advanceSeconds: 60 })
  await qa.patch({ op: 'remove', path: '/canarySettings' })
  expect(definition).toMatchObject({ known: false, why: expect.stringContaining('as a canary only') })
})

test('two that were kept are compared whole, and one that AWS has no more stays listed and compared', async () => {
  const before = (await qa.read()).deploymentId!
  const next = await deployOtherIntegration('timeouts, by wei')
  await app.director('clock', { advanceSeconds: 60 })
  await point(next)
  await app.director('clock', { advanceSeconds: 60 })
  await lookAtStages(app, qa.address.apiId)
  await keep()

  const both = await mara.deployments.compare({ ...qa.address, from: before, to: next })
  expect(both.definition).toMatchObject({ known: true, sections: [{ name: 'GET /products', kind: 'changed' }] })
  const [section] = both.definition.known ? both.definition.sections : []
  expect(section!.lines.filter(({ kind }) => kind !== 'same')).toMatchObject([
    { kind: 'added', text: expect.stringContaining('timeoutInMillis: 1234') },
  ])

  await point(before)
  await app.aws.send(new DeleteDeploymentCommand({ restApiId: qa.address.apiId, deploymentId: next }))
  app.app.services.connections.get('demo').cache.drop(`deployments/${qa.address.apiId}`)
  // The first list without it is the one that notices.
  await mara.deployments.list(qa.address)
  const { gone, items } = await mara.deployments.list(qa.address)
  expect(items.map(({ id }) => id)).not.toContain(next)
  expect(gone).toMatchObject([{ id: next, label: 'timeouts', by: 'wei', definition: { failure: null } }])
  const after = await mara.deployments.compare({ ...qa.address, from: before, to: next })
  expect(after.definition).toEqual(both.definition)
  expect(after).toMatchObject({ added: [], removed: [], changed: [], unchangedCount: both.unchangedCount })
})

test('equal definitions are equal texts, whatever stage they were exported from', () => {
  const document = (stage: string) => ({
    openapi: '3.0.1',
    info: { title: 'a', version: `2026-11-24T12:00:0${stage.length}Z` },
    servers: [{ variables: { basePath: { default: stage } } }],
    paths: { '/b': {}, '/a': {} },
  })
  const { info, ...rest } = document('qa')
  expect(withoutPlace(document('prod'))).toBe(withoutPlace({ ...rest, info }))
  expect(withoutPlace({ ...rest, info: { ...info, version: '2' } })).not.toBe(withoutPlace({ ...rest, info }))
})
