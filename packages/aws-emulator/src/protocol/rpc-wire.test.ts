import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { AwsQueryProtocol } from '@aws-sdk/core/protocols'
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { smallApi } from '../testing/small-api.ts'

async function clients() {
  const emulator = await emulated()
  const config = {
    endpoint: emulator.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: '111122223333', secretAccessKey: 'any' },
    maxAttempts: 1,
  }
  const spoken = {
    json: emulator.cloudWatch,
    query: new CloudWatchClient({ ...config, protocol: AwsQueryProtocol }),
    cbor: new CloudWatchClient({ ...config, protocol: SmithyRpcV2CborProtocol }),
  }
  return { ...emulator, spoken: Object.entries(spoken) }
}

const asked = new GetMetricDataCommand({
  MetricDataQueries: [
    {
      Id: 'm1',
      MetricStat: {
        Metric: {
          Namespace: 'AWS/ApiGateway',
          MetricName: 'Count',
          Dimensions: [
            { Name: 'ApiName', Value: 'pets & <more>' },
            { Name: 'Stage', Value: 's1' },
          ],
        },
        Period: 60,
        Stat: 'Sum',
      },
    },
  ],
  StartTime: new Date(testStart),
  EndTime: new Date(testStart + 600_000),
})

test('CloudWatch answers the same by AWS JSON, by the query protocol and by CBOR', async () => {
  const { apiGateway, direct, spoken } = await clients()
  const { restApiId } = await smallApi(apiGateway, 'pets & <more>')
  await direct('POST', 'traffic', { restApiId, stageName: 's1', path: '/pets', requests: 3 })
  for (const [protocol, client] of spoken) {
    const { MetricDataResults, NextToken } = await client.send(asked)
    expect([protocol, MetricDataResults, NextToken]).toEqual([
      protocol,
      [{ Id: 'm1', Label: 'Count', Timestamps: [new Date(testStart)], Values: [3], StatusCode: 'Complete' }],
      undefined,
    ])
  }
})

test('an error has the same name, sentence and code in all three', async () => {
  const { spoken } = await clients()
  const twice = {
    ...asked.input,
    MetricDataQueries: [...asked.input.MetricDataQueries!, ...asked.input.MetricDataQueries!],
  }
  for (const [protocol, client] of spoken) {
    const error: Error & { Code?: string } = await client.send(new GetMetricDataCommand(twice)).catch((e) => e)
    expect([protocol, error.name, error.message]).toEqual([
      protocol,
      'ValidationException',
      'The values for parameter Id in MetricDataQueries are not unique.',
    ])
    if (protocol !== 'cbor') expect(error.Code).toBe('ValidationError')
  }
})

test('a member that is missing is named, as the framework does', async () => {
  const { spoken } = await clients()
  for (const [, client] of spoken) {
    const { StartTime: _, ...without } = asked.input
    await expect(client.send(new GetMetricDataCommand(without as never))).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        "1 validation error detected: Value null at 'startTime' failed to satisfy constraint: Member must not be null",
    })
  }
})

test('a body that is none, an unknown operation and an unknown service are refused, not survived', async () => {
  const { url } = await clients()
  const scope = 'AWS4-HMAC-SHA256 Credential=111122223333/20260115/eu-central-1/monitoring/aws4_request, Signature=0'
  const send = async (headers: Record<string, string>, body: string, path = '/') => {
    const answer = await fetch(url + path, { method: 'POST', headers: { authorization: scope, ...headers }, body })
    return [answer.status, await answer.text()]
  }
  const json = (operation: string) => ({ 'x-amz-target': `GraniteServiceVersion20100801.${operation}` })
  const [status, text] = await send(json('GetMetricData'), '{')
  expect([status, JSON.parse(String(text))]).toEqual([
    400,
    {
      __type: 'com.amazonaws.cloudwatch#SerializationException',
      message: 'Unable to parse the request body as JSON',
    },
  ])
  expect((await send(json('Nope'), '{}'))[0]).toBe(400)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await send(form, 'Action=Nope&Version=2010-08-01'))[1]).toContain(
    '<Code>InvalidAction</Code><Message>Could not find operation Nope for version 2010-08-01</Message>',
  )
  const cbor = '/service/GraniteServiceVersion20100801/operation/GetMetricData'
  expect((await send({}, '\u00ff', cbor))[0]).toBe(400)
  expect((await send({ 'content-encoding': 'gzip', ...json('GetMetricData') }, 'not zipped'))[0]).toBe(400)
})
