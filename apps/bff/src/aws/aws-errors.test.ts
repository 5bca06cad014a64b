import { contract } from '@callboard/shared-types/contract'
import { errorStatus } from '@callboard/shared-types/lib/error-codes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declaredEndpoints, neededInputs, neededQueries, pathFor } from '../../tests/endpoints.ts'
import { startOddAws, type OddAnswer } from '../../tests/odd-aws.ts'
import { demoAccount, region, signIn, startTestApp, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let aws: Awaited<ReturnType<typeof startOddAws>>
let cookie: string

beforeAll(async () => {
  aws = await startOddAws()
  const connection = {
    name: 'demo',
    accountId: demoAccount,
    region,
    endpoint: aws.url,
    credentials: { accessKeyId: demoAccount, secretAccessKey: 'x' },
    invokeUrlTemplate: '',
    colour: null,
    demo: false,
  }
  app = await startTestApp({ deps: { connections: [connection] } })
  cookie = await signIn(app.url, 'mara')
})
afterAll(async () => {
  await app.close()
  await aws.close()
})

const params = { connection: 'demo', kind: 'rest', apiId: 'abc', stage: 'dev', deploymentId: 'd1' }

/** What is kept here is told, or missed, without AWS. */
const ofOurOwn = /^(activity|history)\./

/** Everything that asks AWS, so that a new endpoint is tested without being named here. */
const askingAws = declaredEndpoints(contract).filter(
  ({ errors, name }) => 'aws_refused' in errors && !ofOurOwn.test(name),
)

const denial =
  'User: arn:aws:iam::1:user/x is not authorized to perform: apigateway:GET on resource: arn:aws:apigateway:eu-central-1::/restapis'

const said: [keyof typeof errorStatus, string, OddAnswer][] = [
  [
    'aws_refused',
    'BadRequestException',
    { status: 400, errorType: 'BadRequestException', body: '{"message":"Invalid something"}' },
  ],
  [
    'aws_denied',
    'AccessDeniedException',
    { status: 403, errorType: 'AccessDeniedException', body: JSON.stringify({ Message: denial }) },
  ],
  [
    'aws_credentials',
    'UnrecognizedClientException',
    {
      status: 403,
      errorType: 'UnrecognizedClientException',
      body: '{"message":"The security token included in the request is invalid."}',
    },
  ],
  [
    'aws_throttled',
    'TooManyRequestsException',
    {
      status: 429,
      errorType: 'TooManyRequestsException',
      body: '{"message":"Too Many Requests"}',
      headers: { 'retry-after': '0' },
    },
  ],
  ['aws_unreachable', 'InternalFailure', { status: 500, errorType: 'InternalFailure', body: '{"message":"oops"}' }],
  ['aws_unreachable', 'a page of a proxy', { status: 502, body: '<html>Bad Gateway</html>', contentType: 'text/html' }],
  [
    'not_found',
    'NotFoundException',
    { status: 404, errorType: 'NotFoundException', body: '{"message":"Invalid API identifier specified"}' },
  ],
]

describe.each(said)('%s, when AWS answers %s', (code, _awsName, answer) => {
  test('is what every endpoint that asks AWS answers', async () => {
    aws.say(answer)
    const codes = await Promise.all(
      askingAws.map(async ({ name, method, path }) => {
        const response = await fetch(`${app.url}${pathFor(path, params)}${neededQueries[name] ?? ''}`, {
          method,
          headers: { cookie, origin: app.url, 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body: JSON.stringify({ dryRun: true, deploymentId: 'd1', ...neededInputs }) }),
        })
        const body = (await response.json()) as { code: string; defined: boolean }
        return { name, status: response.status, code: body.code, declared: body.defined }
      }),
    )

    expect(codes).toEqual(askingAws.map(({ name }) => ({ name, status: errorStatus[code], code, declared: true })))
    expect(aws.asked()).toBeGreaterThan(0)
  })
})

test('a denied action is named', async () => {
  aws.say({ status: 403, errorType: 'AccessDeniedException', body: JSON.stringify({ Message: denial }) })
  const answer = await fetch(`${app.url}/api/c/demo/fleet`, { headers: { cookie } })

  expect(await answer.json()).toMatchObject({
    message: denial,
    data: { action: 'apigateway:GET', resource: 'arn:aws:apigateway:eu-central-1::/restapis', requestId: 'odd-1' },
  })
})

test('a server that leaves out every list is an empty fleet', async () => {
  aws.say({ status: 200, body: '{}' })
  const answer = await fetch(`${app.url}/api/c/demo/fleet`, { headers: { cookie } })

  expect(await answer.json()).toMatchObject({ rows: [], problems: [] })
})
