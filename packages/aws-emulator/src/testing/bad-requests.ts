import { connect } from 'node:net'
import { expect } from 'vitest'
import { seededRandom, type Random } from '../lib/random.ts'
import { emulated } from './emulated.ts'
import { authorization, raw } from './raw-request.ts'
import { randomOperationRequest } from './random-operation-request.ts'
import { smallApi } from './small-api.ts'

/** Sends bytes as they are, and reads what comes back until the connection ends or goes quiet. */
export function exchange(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', (chunk) => void (answer += chunk.toString('latin1')))
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])

/** Sends random requests of every shape, and fails at the first that is answered with a 500 or not survived. */
export async function sendBadRequests(seed: number, count: number): Promise<void> {
  const { port, apiGateway } = await emulated()
  const { restApiId } = await smallApi(apiGateway)
  const random = seededRandom(seed)
  for (let sent = 0; sent < count; sent++) {
    const request =
      random() < 0.5
        ? randomRequest(random, `/restapis/${restApiId}/stages/s1`, restApiId)
        : randomOperationRequest(random, restApiId)
    const status = statusOf(await exchange(port, request))
    const failed = status >= 500 && status !== 501
    expect(failed ? { status, request } : undefined).toBeUndefined()
  }
  await expect(smallApi(apiGateway, 'still there')).resolves.toBeDefined()
}

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
    '/service/GraniteServiceVersion20100801/operation/GetMetricData',
    '/?Action=AssumeRole&Version=2011-06-15',
    '/',
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
  const target = one([
    '',
    '',
    `GraniteServiceVersion20100801.${one(['GetMetricData', 'PutMetricAlarm', 'ListMetrics', 'SetAlarmState', noise()])}`,
    `Logs_20140328.${one(['FilterLogEvents', 'StartQuery', 'PutLogEvents', 'CreateLogGroup', 'PutMetricFilter', noise()])}`,
    'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents',
  ])
  const headers: Record<string, string> = { authorization: one([authorization, authorization, noise(), '']) }
  if (target) headers['x-amz-target'] = target
  return raw(
    `${one(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])} ${path}${one(['', `?${noise()}`, '?limit=-1', '?mode=import'])}`,
    headers,
    body,
  )
}
