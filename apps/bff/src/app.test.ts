import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract } from '@callboard/shared-types/contract'
import { errorStatus } from '@callboard/shared-types/lib/error-codes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoStage } from '../tests/demo-world.ts'
import { declaredEndpoints, neededInputs, pathFor } from '../tests/endpoints.ts'
import { signIn, startTestApp, type TestApp } from '../tests/test-app.ts'

let app: TestApp
let stage: Awaited<ReturnType<typeof demoStage>>
let viewer: string

beforeAll(async () => {
  app = await startTestApp()
  stage = await demoStage(app, 'checkout', 'prod')
  viewer = await signIn(app.url, 'li')
})
afterAll(() => app.close())

const ask = (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
  fetch(`${app.url}${path}`, {
    ...init,
    headers: { origin: app.url, 'content-type': 'application/json', ...init.headers },
  })

const params = () => ({
  ...stage.address,
  deploymentId: stage.idOf('checkout 2.13'),
  changeId: 'x',
  from: 'a',
  to: 'b',
})

describe('who may come in', () => {
  const inner = declaredEndpoints(contract).filter(({ name }) => !name.startsWith('session.'))

  test.each(inner.map(({ name, method, path }) => [name, method, path]))(
    'nobody asks %s without a session',
    async (_name, method, path) => {
      const answer = await ask(pathFor(path, params()), {
        method,
        ...(method === 'GET' ? {} : { body: '{"dryRun":true}' }),
      })

      expect(answer.status).toBe(401)
      expect(await answer.json()).toMatchObject({ code: 'unauthenticated' })
    },
  )

  const writing = inner.filter(({ method }) => method !== 'GET')

  test('there are endpoints that write', () => expect(writing.length).toBeGreaterThan(2))

  test.each(writing.map(({ name, method, path }) => [name, method, path]))(
    'a viewer cannot write by %s',
    async (name, method, path) => {
      const done = (await (await app.as('mara')).activity.list({})).items
      const changeId = done[0]?.id ?? (await makeChange())
      for (const dryRun of [true, false]) {
        const body = JSON.stringify({
          dryRun,
          seen: [],
          confirm: 'prod',
          as: 'done',
          note: 'x',
          deploymentId: params().deploymentId,
          ...neededInputs,
        })
        const answer = await ask(pathFor(path, { ...params(), changeId }), {
          method,
          body,
          headers: { cookie: viewer },
        })

        expect([name, answer.status]).toEqual([name, 403])
        expect(await answer.json()).toMatchObject({ code: 'forbidden', data: { rule: 'role: operator' } })
      }
    },
  )

  test('a forged or altered session is nobody', async () => {
    const [name, token] = viewer.split('=') as [string, string]
    const [head, , signature] = token.split('.')
    const payload = Buffer.from(
      JSON.stringify({ issuer: 'demo', subject: 'sofia', name: 'sofia', role: 'admin' }),
    ).toString('base64url')
    for (const forged of [`${head}.${payload}.${signature}`, 'eyJhbGciOiJub25lIn0.e30.', 'x']) {
      const answer = await ask('/api/connections', { headers: { cookie: `${name}=${forged}` } })
      expect(answer.status).toBe(401)
    }
  })

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const answer = await ask('/api/session', { method: 'POST', body: '{"subject":"mara"}' })

    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/)
    expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Strict/)
  })

  test('leaving ends the session', async () => {
    const answer = await ask('/api/session', { method: 'DELETE', headers: { cookie: viewer } })

    expect(await answer.json()).toMatchObject({ person: null })
    expect(answer.headers.get('set-cookie')).toMatch(/Max-Age=0/)
  })

  test('a person who is not there is not found', async () => {
    const answer = await ask('/api/session', { method: 'POST', body: '{"subject":"eve"}' })

    expect(answer.status).toBe(404)
  })
})

describe('the front door', () => {
  test.each([undefined, 'http://evil.example', 'null'])('a write from the origin %s is refused', async (origin) => {
    const headers = { 'content-type': 'application/json', ...(origin ? { origin } : {}) }
    const answer = await fetch(`${app.url}/api/session`, { method: 'POST', body: '{"subject":"mara"}', headers })

    expect(answer.status).toBe(403)
  })

  test('a host that is not ours is refused, also for reads', async () => {
    expect(await rawRequest('GET /api/session HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 403/,
    )
  })

  test('every answer forbids frames, other hosts and inline scripts', async () => {
    const headers = (await ask('/api/session')).headers

    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('/readyz says whether the store answers', async () => {
    expect(await (await fetch(`${app.url}/readyz`)).json()).toEqual({ ready: true })
  })

  test('/api/openapi.json describes every endpoint of the contract', async () => {
    const { openapi, paths } = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
      openapi: string
      paths: Record<string, Record<string, object>>
    }

    expect(openapi).toMatch(/^3\.1/)
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /api${path}`),
    )
    expect(described.toSorted()).toEqual(
      declaredEndpoints(contract)
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(),
    )
  })

  test('/api/openapi.json tells a plan, a change and each error once, by name', async () => {
    const text = await (await fetch(`${app.url}/api/openapi.json`)).text()
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, object> } }
    const meant = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!))

    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Plan', 'Change', 'error.moved']))
    expect([...meant].toSorted()).toEqual(Object.keys(components.schemas).toSorted())
    expect(text.match(/"code":\{"const":"moved"\}/g)).toHaveLength(1)
  })

  test('/api/docs shows it as a page, with nothing from elsewhere and nothing inline', async () => {
    const answer = await ask('/api/docs')
    const page = await answer.text()
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!)

    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page).not.toMatch(/<script>|<style|style=|https?:/)
    for (const path of parts.filter((part) => part.startsWith('/api/docs/')))
      expect([path, (await ask(path)).status]).toEqual([path, 200])
  })

  test('/healthz answers without a session', async () => {
    expect(await (await fetch(`${app.url}/healthz`)).json()).toEqual({ ok: true })
  })
})

test('an unknown address below /api is no page of the console', async () => {
  const webFolder = await mkdtemp(join(tmpdir(), 'callboard-web-'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html>')
  const withPages = await startTestApp({ deps: { webFolder } })
  try {
    const statusOf = async (path: string) => (await fetch(withPages.url + path)).status
    expect([await statusOf('/activity'), await statusOf('/api/nothing')]).toEqual([200, 404])
  } finally {
    await withPages.close()
    await rm(webFolder, { recursive: true })
  }
})

describe('what goes out compressed', () => {
  const encoding = async (path: string, init: Parameters<typeof ask>[1] = {}) => {
    const cookie = await signIn(app.url, 'mara')
    const answer = await ask(path, { ...init, headers: { cookie, 'accept-encoding': 'gzip' } })
    await answer.body?.cancel()
    return [answer.status, answer.headers.get('content-encoding')]
  }

  test('what is read does', async () => {
    expect(await encoding('/api/openapi.json')).toEqual([200, 'gzip'])
    expect(await encoding('/api/c/demo/fleet')).toEqual([200, 'gzip'])
  })

  test('what a write answers does not: it may hold a secret', async () => {
    const path = `/api/c/demo/rest/${stage.address.apiId}/stages/prod/deployments/${stage.idOf('checkout 2.13')}/roll-back`
    expect(await encoding(path, { method: 'POST', body: '{"dryRun":true}' })).toEqual([200, null])
  })

  test('the event stream does not: an event would wait for the next', async () => {
    expect(await encoding('/api/events')).toEqual([200, null])
  })
})

describe('malformed requests get a reason, never a 500', () => {
  const good = () => `/api/c/demo/rest/${stage.address.apiId}/stages/prod`

  test.each<[string, () => string, Parameters<typeof ask>[1]?]>([
    ['no such endpoint', () => '/api/nothing'],
    ['bad percent encoding', () => '/api/c/demo/rest/%E0%A4%A/stages/prod'],
    ['an unknown kind of API', () => good().replace('/rest/', '/soap/')],
    ['a stage name of 200 characters', () => good().replace('/prod', `/${'x'.repeat(200)}`)],
    ['a path that climbs', () => '/api/c/demo/rest/..%2f..%2f/stages/prod'],
    ['an unknown range', () => `${good()}/metrics?range=1y`],
    ['a negative page size', () => '/api/activity?limit=-1'],
    ['a huge page size', () => '/api/activity?limit=100000'],
    ['a query with brackets', () => '/api/activity?limit[0]=1&limit[1]=2'],
    ['broken JSON', () => `${good()}/deployments/abc/roll-back`, { method: 'POST', body: '{"dryRun":' }],
    ['JSON that is no object', () => `${good()}/deployments/abc/roll-back`, { method: 'POST', body: '[1]' }],
    ['an empty body', () => `${good()}/deployments/abc/roll-back`, { method: 'POST' }],
    ['a wrong type', () => `${good()}/deployments/abc/roll-back`, { method: 'POST', body: '{"dryRun":"yes"}' }],
    [
      'a body of a megabyte',
      () => `${good()}/deployments/abc/roll-back`,
      { method: 'POST', body: JSON.stringify({ dryRun: true, reason: 'x'.repeat(1_000_000) }) },
    ],
    [
      'a wrong content type',
      () => `${good()}/deployments/abc/roll-back`,
      { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } },
    ],
    [
      'bad multipart',
      () => `${good()}/deployments/abc/roll-back`,
      { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } },
    ],
    ['a wrong method', () => '/api/activity', { method: 'PUT', body: '{}' }],
  ])('%s', async (_name, path, init = {}) => {
    const cookie = await signIn(app.url, 'mara')
    const answer = await ask(path(), { ...init, headers: { cookie, ...init.headers } })

    const body = (await answer.json()) as { message: string }
    expect(answer.status, JSON.stringify(body)).toBeGreaterThanOrEqual(400)
    expect(answer.status, JSON.stringify(body)).toBeLessThan(500)
    expect(body.message).toBeTruthy()
  })

  test.each([
    'GARBAGE\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
  ])('bytes that are no request: %#', async (bytes) => {
    expect(await rawRequest(bytes)).toMatch(/^HTTP\/1.1 4\d\d/)
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  })
})

describe('every declared error', () => {
  test('has the status of its code', () => {
    for (const { errors } of declaredEndpoints(contract))
      for (const [code, { status }] of Object.entries(errors))
        expect(status).toBe(errorStatus[code as keyof typeof errorStatus])
  })
})

async function makeChange(): Promise<string> {
  const mara = await app.as('mara')
  const input = { ...stage.address, deploymentId: stage.idOf('checkout 2.13') }
  const { plan } = await mara.deployments.rollBack({ ...input, dryRun: true })
  const { change } = await mara.deployments.rollBack({ ...input, dryRun: false, seen: plan.seen, confirm: 'prod' })
  return change!.id
}

async function rawRequest(bytes: string): Promise<string> {
  const { connect } = await import('node:net')
  const { hostname, port } = new URL(app.url)
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', () => resolve(text))
  })
}
