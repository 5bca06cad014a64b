import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { seededRandom, type Random } from '../lib/random.ts'
import { emulated } from '../testing/emulated.ts'
import { smallApi } from '../testing/small-api.ts'

const authorization =
  'AWS4-HMAC-SHA256 Credential=111122223333/20260115/eu-central-1/apigateway/aws4_request, Signature=0'

/** Sends bytes as they are, and reads what comes back until the connection ends or goes quiet. */
function exchange(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', (chunk) => void (answer += chunk.toString('latin1')))
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

const raw = (line: string, headers: Record<string, string>, body = '') =>
  [
    `${line} HTTP/1.1`,
    'host: localhost',
    'connection: close',
    ...Object.entries(headers).map((pair) => pair.join(': ')),
  ]
    .concat(`content-length: ${Buffer.byteLength(body)}`, '', body)
    .join('\r\n')

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])

async function started() {
  const emulator = await emulated()
  const { restApiId } = await smallApi(emulator.apiGateway)
  const stage = `/restapis/${restApiId}/stages/s1`
  const send = (line: string, headers: Record<string, string>, body?: string) =>
    exchange(emulator.port, raw(line, headers, body))
  return { ...emulator, restApiId, stage, send }
}

test('each kind of malformed request is answered with a 4xx that gives a reason', async () => {
  const { stage, send, port } = await started()
  const json = { authorization, 'content-type': 'application/json' }
  const cloudWatch = { authorization, 'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData' }
  const bad: [string, number, Promise<string>][] = [
    ['no credentials', 403, send(`GET ${stage}`, {})],
    ['unknown path', 403, send('GET /nope', { authorization })],
    ['wrong verb', 403, send(`PUT ${stage}`, { authorization })],
    ['broken JSON', 400, send(`PATCH ${stage}`, json, '{"patchOperations":')],
    ['JSON that is no object', 400, send(`PATCH ${stage}`, json, '[]')],
    ['a string for a list', 400, send(`PATCH ${stage}`, json, '{"patchOperations":"x"}')],
    ['a number for a string', 400, send(`PATCH ${stage}`, json, '{"patchOperations":[{"op":"replace","path":1}]}')],
    ['a string for an object', 400, send(`PATCH ${stage}`, json, '{"patchOperations":["x"]}')],
    ['bad percent-encoding', 400, send('GET /restapis/%E0%A4%A/stages', { authorization })],
    ['a limit that is no number', 400, send('GET /restapis?limit=many', { authorization })],
    ['a missing member', 400, send('POST /restapis', json, '{}')],
    ['a body too large', 413, send('POST /restapis', json, `{"name":"${'x'.repeat(6 * 1024 * 1024)}"}`)],
    [
      'unknown CloudWatch operation',
      400,
      send('POST /', { ...cloudWatch, 'x-amz-target': 'GraniteServiceVersion20100801.No' }, '{}'),
    ],
    ['CloudWatch without input', 400, send('POST /', cloudWatch, '{}')],
    ['a date that is none', 400, send('POST /', cloudWatch, '{"MetricDataQueries":[],"StartTime":1e99,"EndTime":"x"}')],
    ['not HTTP', 400, exchange(port, 'nonsense\r\n\r\n')],
    [
      'a header with garbage',
      400,
      exchange(port, Buffer.from('GET / HTTP/1.1\r\nhost: x\r\nbad header\x00: y\r\n\r\n')),
    ],
  ]
  for (const [kind, status, answer] of bad) {
    expect({ kind, status: statusOf(await answer) }).toEqual({ kind, status })
    expect(await answer).toMatch(/"(m|M)essage":"[^"]+/)
    expect((await answer).toLowerCase()).toContain('x-amzn-requestid')
  }
})

test('hundreds of seeded bad requests never yield a 500 nor end the emulator', async () => {
  const { port, stage, restApiId, apiGateway } = await started()
  const random = seededRandom(20260115)
  for (let count = 0; count < 400; count++) {
    const request = randomRequest(random, stage, restApiId)
    const answer = await exchange(port, request)
    const status = statusOf(answer)
    expect({ request: request.slice(0, 300), failed: status >= 500 && status !== 501 }).toMatchObject({ failed: false })
  }
  await expect(smallApi(apiGateway, 'still there')).resolves.toBeDefined()
})

function randomRequest(random: Random, stage: string, restApiId: string): string {
  const one = <T>(items: T[]): T => items[Math.floor(random() * items.length)] as T
  const noise = () =>
    Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
      String.fromCharCode(33 + Math.floor(random() * 93)),
    ).join('')
  const path = one([
    stage,
    '/restapis',
    `/restapis/${restApiId}/deployments`,
    `/restapis/${restApiId}/resources/${noise().replaceAll(/[^a-z]/g, '')}x`,
    `/tags/${noise()}`,
    '/account',
    `/${noise()}`,
    `/restapis/${restApiId}/s1/_user_request_/${noise()}`,
    '/_emulator/clock',
    '/_emulator/traffic',
    '/_emulator/faults',
    '/',
  ]).replaceAll(' ', '')
  const value = (depth: number): unknown =>
    one<() => unknown>([
      () => noise(),
      () => null,
      () => Math.round(random() * 1e6),
      () => random() < 0.5,
      () => (depth > 3 ? '' : [value(depth + 1), value(depth + 1)]),
      () =>
        depth > 3
          ? {}
          : {
              [one(['op', 'path', 'value', 'from', 'patchOperations', 'name', '__proto__', 'constructor', '__type'])]:
                value(depth + 1),
            },
      () => ({
        op: one(['add', 'replace', 'remove', 'copy', 'move', 'test', noise()]),
        path: one([
          `/${noise()}`,
          '/variables/a',
          '/__proto__/constructor/metrics/enabled',
          '/canarySettings/percentTraffic',
          '/~1/GET',
          '',
        ]),
        value: noise(),
      }),
    ])()
  const list = () => ({ patchOperations: Array.from({ length: 3 }, () => value(1)) })
  const body = one([() => JSON.stringify(list()), () => JSON.stringify(value(0)), () => noise(), () => ''])()
  const target = one(['', '', `GraniteServiceVersion20100801.${one(['GetMetricData', 'PutMetricAlarm', noise()])}`])
  const headers: Record<string, string> = { authorization: one([authorization, authorization, noise(), '']) }
  if (target) headers['x-amz-target'] = target
  return raw(
    `${one(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])} ${path}${one(['', `?${noise()}`, '?limit=-1', '?mode=import'])}`,
    headers,
    body,
  )
}
