import { contract } from '@callboard/shared-types/contract'
import fc from 'fast-check'
import { declaredEndpoints } from './endpoints.ts'
import type { TestApp } from './test-app.ts'
import { signIn } from './test-app.ts'

const endpoints = declaredEndpoints(contract).filter(({ name }) => name !== 'activity.events')

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '..',
    '../..',
    '%00',
    '%',
    '__proto__',
    'constructor',
    'null',
    '-1',
    '1e999',
    'x'.repeat(5_000),
    "' or 1=1 --",
    '\u202e',
    '{}',
  ),
)
const oddBody = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
  fc
    .record({
      dryRun: fc.jsonValue(),
      seen: fc.jsonValue(),
      reason: fc.jsonValue(),
      confirm: fc.jsonValue(),
      canary: fc.jsonValue(),
    })
    .map((value) => JSON.stringify(value)),
  fc.constantFrom('', '{', '[', '"', 'null', '{"dryRun":true', '['.repeat(20_000), '{"__proto__":{"dryRun":true}}'),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

const badRequest = fc.record({
  endpoint: fc.constantFrom(...endpoints),
  fill: fc.array(oddText, { minLength: 8, maxLength: 8 }),
  query: fc.dictionary(oddText, oddText, { maxKeys: 3 }),
  body: oddBody,
  contentType: fc.constantFrom(
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'x/y',
    '',
  ),
})

/** Sends seeded nonsense to every endpoint as somebody who may write. @returns what was answered with 500 or not at all */
export async function sendBadRequests(app: TestApp, runs: number, seed: number): Promise<string[]> {
  const cookie = await signIn(app.url, 'mara')
  const troubles: string[] = []
  for (const { endpoint, fill, query, body, contentType } of fc.sample(badRequest, { numRuns: runs, seed })) {
    let n = 0
    const path = endpoint.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(fill[n++ % fill.length]!.toWellFormed()))
    const url = `${app.url}${path}?${new URLSearchParams(query).toString()}`
    const init = endpoint.method === 'GET' ? {} : { body, headers: { 'content-type': contentType } }
    const answer = await fetch(url, {
      method: endpoint.method,
      ...init,
      headers: { ...init.headers, cookie, origin: app.url },
    }).catch((error: Error) => error)
    if (answer instanceof Error) troubles.push(`${endpoint.name}: ${answer.message}`)
    else if (answer.status >= 500) troubles.push(`${endpoint.name}: ${answer.status} ${url} ${body}`)
    if (!(answer instanceof Error)) await answer.arrayBuffer()
  }
  return troubles
}
