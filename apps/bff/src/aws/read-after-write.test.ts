import { GetAccountCommand } from '@aws-sdk/client-api-gateway'
import { afterEach, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type TestApp } from '../../tests/test-app.ts'

const calls = 100

let app: TestApp
afterEach(() => app.close())

test('what was just changed is shown at once, though others have used up what AWS allows', async () => {
  app = await startTestApp({
    deps: {
      budgets: {
        controlPlane: { calls, windowMs: 600_000, concurrency: 20, reservedForWrites: 8 },
        planUpdateMs: 0,
      },
    },
  })
  const mara = await app.as('mara')
  const qa = await demoStage(app, 'orders', 'qa')
  const edit = { ...qa.address, set: { lambdaAlias: 'live' } }
  const { plan } = await mara.variables.save({ ...edit, dryRun: true })
  const { gateway } = app.app.services.connections.get('demo')
  const others = Array.from({ length: calls }, () => gateway.read(() => new GetAccountCommand({})))
  others.forEach((other) => void other.catch(() => {}))
  await expect.poll(() => gateway.use().used).toBe(calls)

  await mara.variables.save({ ...edit, dryRun: false, seen: plan.seen, confirm: 'qa' })
  const { variables } = await mara.variables.get(qa.address)

  expect(JSON.stringify(variables)).toContain('live')
  expect(gateway.use().waiting).toBeGreaterThan(0)
})
