import { expect, test } from 'vitest'
import { findUses, namesIn } from './find-uses.ts'

test.each([
  ['https://${stageVariables.host}/v1/${stageVariables.base_path}', ['host', 'base_path']],
  ['stageVariables.region', ['region']],
  ['{"a": "$stageVariables.a", "b": "$!{stageVariables.b}"}', ['a', 'b']],
  [`$stageVariables['a'] $stageVariables["b"] $stageVariables.get('c')`, ['a', 'b', 'c']],
  ['$util.urlEncode($stageVariables.a) $util.base64Encode("${stageVariables.b}")', ['a', 'b']],
  ['#foreach($n in $stageVariables.keySet()) $stageVariables.get($n) #end', []],
  ['$context.stage', []],
])('in %s the names are %j', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

const lambda = (name: string) =>
  `arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:${name}/invocations`

const integration = (more: object) => ({ 'x-amazon-apigateway-integration': { type: 'aws_proxy', ...more } })

test('every place of a definition is looked at, and each says where it is', () => {
  const { byName } = findUses({
    paths: {
      '/orders': {
        parameters: [],
        get: integration({ uri: lambda('orders:${stageVariables.alias}') }),
        'x-amazon-apigateway-any-method': integration({
          type: 'http',
          uri: 'https://${stageVariables.host}/',
          requestParameters: { 'integration.request.header.X-Env': 'stageVariables.env' },
          requestTemplates: { 'application/json': '{"q":"$stageVariables.queue"}' },
          responses: { default: { responseTemplates: { 'application/json': '$stageVariables.env' } } },
        }),
      },
    },
    components: {
      securitySchemes: {
        who: { 'x-amazon-apigateway-authorizer': { authorizerUri: lambda('${stageVariables.who}') } },
      },
    },
    'x-amazon-apigateway-gateway-responses': {
      DEFAULT_4XX: { responseTemplates: { 'application/json': '$stageVariables.help' } },
    },
  })

  expect(
    Object.fromEntries(
      Object.entries(byName).map(([name, uses]) => [name, uses.map(({ kind, where }) => [kind, where])]),
    ),
  ).toEqual({
    alias: [['integration', 'GET /orders']],
    host: [['integration', 'ANY /orders']],
    env: [
      ['integration', 'ANY /orders'],
      ['template', 'ANY /orders'],
    ],
    queue: [['template', 'ANY /orders']],
    who: [['authorizer', 'who']],
    help: [['gateway_response', 'DEFAULT_4XX']],
  })
})

test('a function picked by a variable is told once, with all that call it; one called by a role needs no permission', () => {
  const orders = lambda('orders:${stageVariables.alias}')
  const { functions, proxied } = findUses({
    paths: {
      '/a': { get: integration({ uri: orders }), post: integration({ uri: orders }) },
      '/b': { get: integration({ uri: lambda('fixed:3') }) },
      '/c': {
        get: integration({ uri: lambda('roled:${stageVariables.alias}'), credentials: 'arn:aws:iam::1:role/x' }),
      },
    },
  })

  expect(functions).toEqual([
    {
      template: 'arn:aws:lambda:eu-central-1:123456789012:function:orders:${stageVariables.alias}',
      variables: ['alias'],
      routes: ['GET /a', 'POST /a'],
      authorizers: [],
    },
  ])
  expect(proxied).toBe(4)
})

test.each([null, 7, 'text', [], {}, { paths: null }, { paths: { '/': { get: null } } }])(
  '%j names nothing',
  (document) => {
    expect(findUses(document)).toEqual({ byName: {}, functions: [], proxied: 0 })
  },
)
