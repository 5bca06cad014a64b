import { expect, test } from 'vitest'
import { authorization, exchange, raw, sendBadRequests, statusOf } from '../testing/bad-requests.ts'
import { emulated } from '../testing/emulated.ts'
import { smallApi } from '../testing/small-api.ts'

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
    ['a null in a list', 400, send(`PATCH ${stage}`, json, '{"patchOperations":[null]}')],
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
  await sendBadRequests(20260115, 400)
})
