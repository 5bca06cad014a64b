import * as client from '@aws-sdk/client-api-gateway'
import type { Random } from '../lib/random.ts'
import { operationsOf, type Shape } from '../protocol/operation-schema.ts'
import { splitOnce } from '../protocol/request.ts'
import { authorization, raw } from './raw-request.ts'

const operations = operationsOf(client)

const oddTexts = [
  '',
  '/',
  '../..',
  '__proto__',
  'constructor',
  'prod',
  'application/json',
  '{"a":{"$ref":"#/a"}}',
  '{proxy+}',
  '-1',
  '99999999999999999999',
  'arn:aws:apigateway:eu-central-1::/restapis/x',
  'method.request.header.x',
  '\u{1F600}\u0000\uFFFF',
  'x'.repeat(5000),
]

/** A request to any operation, with members of the right and the wrong type, and values from the list of odd ones. */
export function randomOperationRequest(random: Random, restApiId: string): string {
  const one = <T>(items: T[]): T => items[Math.floor(random() * items.length)] as T
  const { http, input } = one(operations)
  const [method = 'GET', target = ''] = http ?? []
  const [path, query] = splitOnce(target, '?')
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, label: string) =>
    encodeURIComponent(
      label === 'restApiId' && random() < 0.9 ? restApiId : one(['s1', 'GET', 'Empty', ...oddTexts]) || 'x',
    ),
  )
  const body = hasPayload(input) ? randomDocument(random) : JSON.stringify(randomValue(random, input, 0) ?? {})
  const headers = {
    authorization,
    'content-type': one(['application/json', 'text/plain', 'application/x-www-form-urlencoded']),
  }
  const more = one([
    '',
    '',
    '',
    'limit=1',
    'limit=x',
    'position=eA%3D%3D',
    'mode=overwrite',
    'basepath=split',
    'flatten=true',
  ])
  const search = [query, more].filter(Boolean).join('&')
  return raw(`${method} ${filled}${search && `?${search}`}`, headers, method === 'GET' ? '' : body)
}

const hasPayload = (shape: Shape): boolean =>
  [...shape.structIterator()].some(([, member]) => member.getMergedTraits().httpPayload)

function randomValue(random: Random, shape: Shape, depth: number): unknown {
  if (random() < 0.04) return [null, 1, 'x', [], {}, true][Math.floor(random() * 6)]
  if (shape.isStructSchema()) {
    if (depth > 4) return {}
    const members = [...shape.structIterator()].filter(() => random() < 0.7)
    return Object.fromEntries(members.map(([name, member]) => [name, randomValue(random, member, depth + 1)]))
  }
  if (shape.isListSchema())
    return Array.from({ length: Math.floor(random() * 3) }, () => randomItem(random, shape, depth))
  if (shape.isMapSchema()) return Object.fromEntries([[oddText(random), randomItem(random, shape, depth)]])
  if (shape.isNumericSchema()) return [0, -1, 1.5, 1e21, 300][Math.floor(random() * 5)]
  if (shape.isBooleanSchema()) return random() < 0.5
  return oddText(random)
}

const randomItem = (random: Random, shape: Shape, depth: number) =>
  randomValue(random, shape.getValueSchema(), depth + 1)

const oddText = (random: Random) => oddTexts[Math.floor(random() * oddTexts.length)] ?? ''

/** An OpenAPI document with something wrong in it. */
function randomDocument(random: Random): string {
  const odd = (): unknown =>
    [null, 1, oddText(random), [], {}, { $ref: '#/paths/~1a' }, { $ref: oddText(random) }, [[]]][
      Math.floor(random() * 8)
    ]
  const verbs = {
    get: {
      parameters: [odd(), { in: 'path', name: odd() }],
      responses: { '200': odd(), x: odd() },
      security: [odd()],
      'x-amazon-apigateway-integration': { type: oddText(random), uri: odd(), responses: { default: odd() } },
    },
  }
  const document = {
    [random() < 0.5 ? 'swagger' : 'openapi']: random() < 0.9 ? (random() < 0.5 ? '2.0' : '3.0.1') : odd(),
    info: random() < 0.9 ? { title: 'x', version: odd() } : odd(),
    servers: [odd()],
    basePath: odd(),
    paths: random() < 0.9 ? { '/a': random() < 0.8 ? verbs : odd(), [oddText(random)]: odd() } : odd(),
    definitions: { A: odd(), [oddText(random)]: odd() },
    components: { schemas: { A: odd() }, securitySchemes: { a: odd() } },
    'x-amazon-apigateway-documentation': { documentationParts: [odd()] },
    'x-amazon-apigateway-gateway-responses': { THROTTLED: odd(), [oddText(random)]: odd() },
    'x-amazon-apigateway-request-validators': odd(),
  }
  return random() < 0.1 ? oddText(random) : JSON.stringify(document)
}
