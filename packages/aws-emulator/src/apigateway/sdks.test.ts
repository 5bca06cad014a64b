import { createContext, runInContext } from 'node:vm'
import { GetSdkCommand, GetSdkTypeCommand, GetSdkTypesCommand } from '@aws-sdk/client-api-gateway'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { smallApi } from '../testing/small-api.ts'

async function started() {
  const emulator = await emulated()
  return { ...emulator, ...(await smallApi(emulator.apiGateway)), send: sender(emulator.apiGateway) }
}

test('accepts: the six types, with what each requires', async () => {
  const { send } = await started()
  const { items } = await send(new GetSdkTypesCommand({}))
  expect(items?.map(({ id }) => id)).toEqual(['android', 'java', 'javascript', 'objectivec', 'ruby', 'swift'])
  const java = await send(new GetSdkTypeCommand({ id: 'java' }))
  expect(java.configurationProperties?.map(({ name }) => name)).toEqual(['serviceName', 'javaPackageName'])
})

test('refuses: unknown types, missing parameters, and languages that it can’t write', async () => {
  const { send, restApiId, stageName } = await started()
  const get = (sdkType: string, parameters: Record<string, string> = {}) =>
    send(new GetSdkCommand({ restApiId, stageName, sdkType, parameters }))
  await expect(send(new GetSdkTypeCommand({ id: 'cobol' }))).rejects.toMatchObject({ name: 'NotFoundException' })
  await expect(get('java')).rejects.toThrow('Missing required parameters: [serviceName, javaPackageName]')
  await expect(get('swift', { classPrefix: 'A' })).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } })
})

test('does: the client in the zip calls the stage', async () => {
  const { send, restApiId, stageName, url } = await started()
  const sdk = await send(new GetSdkCommand({ restApiId, stageName, sdkType: 'javascript' }))
  expect(sdk).toMatchObject({
    contentType: 'application/octet-stream',
    contentDisposition: 'attachment; filename="javascript_2026-01-15_12-00Z.zip"',
  })
  const files = unzipSync(sdk.body ?? new Uint8Array())
  expect(Object.keys(files)).toEqual(['apiGateway-js-sdk/apigClient.js', 'apiGateway-js-sdk/README.md'])
  const context = createContext({ fetch, URLSearchParams })
  runInContext(strFromU8(files['apiGateway-js-sdk/apigClient.js'] ?? new Uint8Array()), context)
  const invokeUrl = `${url}/restapis/${restApiId}/${stageName}/_user_request_`
  const { apigClientFactory } = context as never as {
    apigClientFactory: { newClient(config: object): { petsGet(): Promise<object> } }
  }
  expect(await apigClientFactory.newClient({ invokeUrl }).petsGet()).toMatchObject({ status: 200, data: { pets: [] } })
})
