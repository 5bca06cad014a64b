import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateRestApiCommand,
  GetRestApisCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway'
import { LookupEventsCommand, type LookupAttributeKey } from '@aws-sdk/client-cloudtrail'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { patch, replace, smallApi } from '../testing/small-api.ts'

async function written() {
  const emulator = await emulated()
  const { apiGateway, cloudTrail, direct } = emulator
  const api = await smallApi(apiGateway)
  await direct('POST', 'clock', { advanceSeconds: 60 })
  await patch(apiGateway, api, replace('/variables/color', 'blue'))
  await apiGateway.send(new GetRestApisCommand({}))
  const minutesOn = (minutes: number) => direct('POST', 'clock', { advanceSeconds: minutes * 60 })
  const lookup = async (AttributeKey?: LookupAttributeKey, AttributeValue?: string) => {
    const LookupAttributes = AttributeKey ? [{ AttributeKey, AttributeValue }] : undefined
    return (await cloudTrail.send(new LookupEventsCommand({ LookupAttributes }))).Events ?? []
  }
  return { ...emulator, api, lookup, minutesOn }
}

test('a write is found some minutes after it was made: who did what to which stage', async () => {
  const { api, lookup, minutesOn } = await written()
  expect((await lookup()).map(({ EventName }) => EventName)).toEqual([])
  await minutesOn(5)
  const [last, ...before] = await lookup()
  expect(last).toMatchObject({
    EventName: 'UpdateStage',
    EventTime: new Date(testStart + 60_000),
    EventSource: 'apigateway.amazonaws.com',
    Username: 'developer',
    AccessKeyId: '111122223333',
    ReadOnly: 'false',
    Resources: [
      { ResourceType: 'AWS::ApiGateway::RestApi', ResourceName: api.restApiId },
      { ResourceType: 'AWS::ApiGateway::Stage', ResourceName: 's1' },
    ],
  })
  expect(JSON.parse(last?.CloudTrailEvent ?? '')).toMatchObject({
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/developer', accountId: '111122223333' },
    eventTime: '2026-01-15T12:01:00Z',
    requestParameters: { patchOperations: [{ op: 'replace', path: '/variables/color', value: 'blue' }] },
    responseElements: { variables: { color: 'blue' } },
    requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(before.map(({ EventName }) => EventName)).toEqual([
    'UpdateAccount',
    'CreateStage',
    'CreateDeployment',
    'PutIntegrationResponse',
    'PutIntegration',
    'PutMethodResponse',
    'PutMethod',
    'CreateResource',
    'CreateRestApi',
  ])
})

test('what was refused is there too, with its error; a role is seen by the name of its session', async () => {
  const { url, sts, apiGateway, api, lookup, minutesOn } = await written()
  const refused = patch(apiGateway, api, replace('/nope', 'x'))
  await expect(refused).rejects.toThrow('Invalid')
  const RoleArn = 'arn:aws:iam::111122223333:role/terraform'
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ci-42' }))
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken } = Credentials ?? {}
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
  const asRole = new APIGatewayClient({ endpoint: url, region: 'eu-central-1', credentials })
  await asRole.send(new CreateRestApiCommand({ name: 'by a role' }))
  await minutesOn(5)
  const [created] = await lookup('Username', 'ci-42')
  expect(created).toMatchObject({ EventName: 'CreateRestApi', AccessKeyId })
  expect(JSON.parse(created?.CloudTrailEvent ?? '').userIdentity).toMatchObject({
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/terraform/ci-42',
    sessionContext: { sessionIssuer: { arn: RoleArn, userName: 'terraform' } },
  })
  const updates = await lookup('EventName', 'UpdateStage')
  expect(updates.map(({ CloudTrailEvent = '' }) => JSON.parse(CloudTrailEvent).errorCode)).toEqual([
    'BadRequestException',
    undefined,
  ])
  expect(await lookup('ResourceName', api.restApiId)).toHaveLength(9)
})

test('the value of an API key is in no record', async () => {
  const { apiGateway, lookup, minutesOn } = await written()
  const value = 'a-secret-that-nobody-must-read'
  await apiGateway.send(new CreateApiKeyCommand({ name: 'k', value, enabled: true }))
  await minutesOn(5)
  const [created] = await lookup('EventName', 'CreateApiKey')
  expect(created?.CloudTrailEvent).toContain('"name":"k"')
  expect(created?.CloudTrailEvent).not.toContain(value)
})

test('a read after a refused write is as stale as it was ordered to be', async () => {
  const { apiGateway, api, direct } = await written()
  await expect(patch(apiGateway, api, replace('/nope', 'x'))).rejects.toThrow('Invalid')
  await direct('POST', 'faults', { operation: 'UpdateStage', kind: 'stale' })
  const stale = await apiGateway.send(new UpdateStageCommand({ ...address(api), patchOperations: [] }))
  expect(stale.variables).toBeUndefined()
})

const address = ({ restApiId, stageName }: { restApiId: string; stageName: string }) => ({ restApiId, stageName })

test('two attributes, too many results and a reversed range are refused', async () => {
  const { cloudTrail } = await emulated()
  const attribute = { AttributeKey: 'EventName' as const, AttributeValue: 'UpdateStage' }
  const lookup = (input: object) => cloudTrail.send(new LookupEventsCommand(input))
  await expect(lookup({ LookupAttributes: [attribute, attribute] })).rejects.toMatchObject({
    name: 'InvalidLookupAttributesException',
  })
  await expect(lookup({ MaxResults: 51 })).rejects.toMatchObject({ name: 'InvalidMaxResultsException' })
  await expect(lookup({ NextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' })
  await expect(lookup({ StartTime: new Date(testStart), EndTime: new Date(0) })).rejects.toMatchObject({
    name: 'InvalidTimeRangeException',
  })
})
