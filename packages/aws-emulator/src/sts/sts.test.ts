import { CreateRestApiCommand, GetRestApisCommand } from '@aws-sdk/client-api-gateway'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { clientsOf, emulated } from '../testing/emulated.ts'

const RoleArn = 'arn:aws:iam::444455556666:role/ops/deployer'

test('a key of 12 digits is a user of that account, any other key a user of its own name', async () => {
  const { url, sts } = await emulated()
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: '111122223333',
    Arn: 'arn:aws:iam::111122223333:user/developer',
    UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
  })
  expect(await clientsOf(url, 'terraform').sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: '000000000000',
    Arn: 'arn:aws:iam::000000000000:user/terraform',
  })
})

test("an assumed role acts in the role's account, under the name of its session", async () => {
  const { url, sts, apiGateway } = await emulated()
  const { Credentials, AssumedRoleUser } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'mara' }))
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken } = Credentials ?? {}
  expect(AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
  const config = { endpoint: url, region: 'eu-central-1', credentials, maxAttempts: 1 }
  const arn = 'arn:aws:sts::444455556666:assumed-role/deployer/mara'
  const identity = await new STSClient(config).send(new GetCallerIdentityCommand({}))
  expect(identity).toMatchObject({ Account: '444455556666', Arn: arn, UserId: AssumedRoleUser?.AssumedRoleId })
  await new APIGatewayClient(config).send(new CreateRestApiCommand({ name: 'theirs' }))
  expect((await clientsOf(url, '444455556666').apiGateway.send(new GetRestApisCommand({}))).items).toHaveLength(1)
  expect((await apiGateway.send(new GetRestApisCommand({}))).items).toEqual([])
})

test('what is no role and a session without a proper name are refused', async () => {
  const { sts, url } = await emulated()
  const assume = (input: { RoleArn: string; RoleSessionName: string; DurationSeconds?: number }) =>
    sts.send(new AssumeRoleCommand(input))
  await expect(assume({ RoleArn: 'arn:aws:iam::1:role/x', RoleSessionName: 'me' })).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'arn:aws:iam::1:role/x is invalid',
  })
  await expect(assume({ RoleArn, RoleSessionName: 'a b', DurationSeconds: 5 })).rejects.toThrow(
    "2 validation errors detected: Value 'a b' at 'roleSessionName' failed",
  )
  // A key that only looks like one of an assumed role is nobody's.
  const stranger = clientsOf(url, 'ASIAIOSFODNN7EXAMPLE')
  expect((await stranger.sts.send(new GetCallerIdentityCommand({}))).Account).toBe('000000000000')
})
