import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, startTestApp, type TestApp } from '../../tests/test-app.ts'

const password = 'correct horse battery'
let app: TestApp
let now = Date.UTC(2026, 10, 24)

beforeAll(async () => {
  const clocks = { processMs: () => now, worldMs: () => now, worldSpeed: () => 1 }
  app = await startTestApp({ env: { AUTH: 'local', ADMIN_PASSWORD: password }, deps: { clocks } })
})
afterAll(() => app.close())

const comeIn = (body: object) =>
  fetch(`${app.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url },
    body: JSON.stringify(body),
  })

describe('AUTH=local', () => {
  test('names no people', async () => {
    expect(await (await fetch(`${app.url}/api/session`)).json()).toMatchObject({
      auth: 'local',
      people: [],
      person: null,
    })
  })

  test('lets the admin in by the password, until the session ends', async () => {
    const answer = await comeIn({ subject: 'admin', password })
    expect(await answer.json()).toMatchObject({ person: { issuer: 'local', subject: 'admin', role: 'admin' } })
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
    const ask = () => fetch(`${app.url}/api/connections`, { headers: { cookie } })
    expect((await ask()).status).toBe(200)

    now += 13 * 3600_000

    expect((await ask()).status).toBe(401)
  })

  test('lets nobody in without a password, by a wrong one, or under another name', async () => {
    expect((await comeIn({ subject: 'admin' })).status).toBe(400)
    expect((await comeIn({ subject: 'mara', password })).status).toBe(400)
    const wrong = await comeIn({ subject: 'admin', password: 'correct horse batterx' })
    expect(wrong.status).toBe(403)
    expect(await wrong.json()).toMatchObject({ data: { rule: 'password' } })
  })

  test('takes a few wrong passwords only, then not even the right one', async () => {
    for (let n = 0; n < 6; n++) await comeIn({ subject: 'admin', password: `wrong ${n}` })

    const answer = await comeIn({ subject: 'admin', password })

    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({
      data: { rule: 'attempts' },
      message: expect.stringContaining('15 minutes'),
    })
  })

  test('logs no password', () => expect(app.logged.join()).not.toContain('correct horse'))
})

test('who came in as one of the demo people is nobody once there are passwords', async () => {
  const demo = await startTestApp()
  const cookie = await signIn(demo.url, 'sofia')
  const secret = await demo.db.selectFrom('secret').selectAll().executeTakeFirstOrThrow()
  await app.db.updateTable('secret').set({ value: secret.value }).execute()

  expect((await fetch(`${demo.url}/api/connections`, { headers: { cookie } })).status).toBe(200)
  expect((await fetch(`${app.url}/api/connections`, { headers: { cookie } })).status).toBe(401)
  await demo.close()
})
