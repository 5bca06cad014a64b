import { expect, test } from 'vitest'
import { exchange, sendBadRequests, statusOf } from '../testing/bad-requests.ts'
import { emulated } from '../testing/emulated.ts'
import { authorization, raw } from '../testing/raw-request.ts'
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

test('documents that can’t be imported are refused, however deep, cyclic or badly encoded they are', async () => {
  const { port, restApiId } = await started()
  const deep = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000)
  const head = '"swagger":"2.0","info":{"title":"x"}'
  const yamlHead = 'swagger: "2.0"\ninfo: {title: x}\n'
  const cycle = '"a":{"$ref":"#/parameters/b"},"b":{"$ref":"#/parameters/a"}'
  const aliases = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`).join('\n')
  const documents: [string, string | Buffer][] = [
    ['deep JSON', `{${head},"paths":${deep('{"a":', '}').replace('}', '1}')}}`],
    ['deep lists', `{${head},"x":${deep('[', ']')}}`],
    ['deep YAML', `${yamlHead}x: ${deep('[', ']')}`],
    ['deep blocks', yamlHead + Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    [
      'a circle of references',
      `{${head},"parameters":{${cycle}},"paths":{"/a":{"get":{"parameters":[{"$ref":"#/parameters/a"}]}}}}`,
    ],
    ['a circle of aliases', `${yamlHead}x: &x [*x]`],
    ['a bomb of aliases', `${yamlHead}a0: &a0 [x]\n${aliases}`],
    ['bad UTF-8', Buffer.concat([Buffer.from(`{${head},"x":"`), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')])],
    ['a tag of YAML', `${yamlHead}x: !!js/function 'function () {}'\npaths: 1\n  bad`],
  ]
  for (const [kind, document] of documents) {
    for (const line of ['POST /restapis?mode=import', `PUT /restapis/${restApiId}`]) {
      const body = Buffer.from(document)
      const headers = `authorization: ${authorization}\r\nhost: x\r\nconnection: close\r\ncontent-length: ${body.length}`
      const answer = await exchange(port, Buffer.concat([Buffer.from(`${line} HTTP/1.1\r\n${headers}\r\n\r\n`), body]))
      expect({ kind, status: statusOf(answer) }).toEqual({ kind, status: 400 })
      expect(answer).toContain('Invalid OpenAPI input.')
    }
  }
})

test('bodies 10,000 deep, bad base64 and bad UTF-8 are refused in any operation', async () => {
  const { port, stage, send, restApiId } = await started()
  const json = { authorization, 'content-type': 'application/json' }
  const deep = `{"patchOperations":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
  expect(statusOf(await send(`PATCH ${stage}`, json, deep))).toBe(400)
  expect(statusOf(await send('POST /restapis', json, `{"name":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`))).toBe(
    400,
  )
  expect(statusOf(await send(`GET /restapis?position=${'%FF'.repeat(10)}`, { authorization }))).toBe(400)
  expect(statusOf(await send('GET /restapis?position=!!!', { authorization }))).toBe(400)
  const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])
  const headers = `authorization: ${authorization}\r\nhost: x\r\nconnection: close\r\ncontent-length: ${bytes.length}`
  const answer = await exchange(
    port,
    Buffer.concat([Buffer.from(`POST /restapis/${restApiId}/models HTTP/1.1\r\n${headers}\r\n\r\n`), bytes]),
  )
  expect(statusOf(answer)).toBe(400)
})
