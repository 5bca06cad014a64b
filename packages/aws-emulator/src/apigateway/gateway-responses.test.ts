import {
  DeleteGatewayResponseCommand,
  GetGatewayResponseCommand,
  GetGatewayResponsesCommand,
  PutGatewayResponseCommand,
  UpdateGatewayResponseCommand,
  type GatewayResponseType,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { describe, expect, test } from 'vitest'
import { emulated, sender } from '../testing/emulated.ts'
import { remove, replace, smallApi } from '../testing/small-api.ts'

async function started() {
  const { apiGateway } = await emulated()
  const { restApiId } = await smallApi(apiGateway)
  const send = sender(apiGateway)
  const get = async (responseType: GatewayResponseType) => {
    const { $metadata: _, ...response } = await send(new GetGatewayResponseCommand({ restApiId, responseType }))
    return response
  }
  const update = (responseType: GatewayResponseType, ...patchOperations: PatchOperation[]) =>
    send(new UpdateGatewayResponseCommand({ restApiId, responseType, patchOperations }))
  return { send, get, update, restApiId }
}

const template = '{"message":$context.error.messageString}'

describe('what is accepted', () => {
  test('all 21 types are listed, as they answer by default (recorded)', async () => {
    const { send, get, restApiId } = await started()
    const { items = [] } = await send(new GetGatewayResponsesCommand({ restApiId }))
    expect(items).toHaveLength(21)
    expect(items.every(({ defaultResponse }) => defaultResponse)).toBe(true)
    expect(await get('THROTTLED')).toEqual({
      responseType: 'THROTTLED',
      statusCode: '429',
      responseParameters: {},
      responseTemplates: { 'application/json': template },
      defaultResponse: true,
    })
    expect(await get('DEFAULT_4XX')).not.toHaveProperty('statusCode')
  })

  test('a customisation, whose gaps are AWS’s defaults', async () => {
    const { send, get, restApiId } = await started()
    const put = {
      restApiId,
      responseType: 'THROTTLED',
      responseParameters: { 'gatewayresponse.header.x': "'y'" },
    } as const
    expect((await send(new PutGatewayResponseCommand(put))).$metadata.httpStatusCode).toBe(201)
    expect(await get('THROTTLED')).toEqual({
      responseType: 'THROTTLED',
      statusCode: '429',
      responseParameters: { 'gatewayresponse.header.x': "'y'" },
      responseTemplates: { 'application/json': template },
      defaultResponse: false,
    })
  })
})

describe('what is refused, and in which words (recorded)', () => {
  test('an unknown type, with the enum', async () => {
    const { send, restApiId } = await started()
    const responseType = 'NOPE' as GatewayResponseType
    await expect(send(new GetGatewayResponseCommand({ restApiId, responseType }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("Value 'NOPE' at 'getGatewayResponseInput.responseType'"),
    })
  })

  test('to delete what isn’t customised', async () => {
    const { send, restApiId } = await started()
    await expect(
      send(new DeleteGatewayResponseCommand({ restApiId, responseType: 'THROTTLED' })),
    ).rejects.toMatchObject({
      name: 'NotFoundException',
      message: 'Gateway response type not defined on api',
    })
  })

  test('paths, verbs and values of an update', async () => {
    const { update } = await started()
    const refused = (operation: PatchOperation, sentence: string) =>
      expect(update('THROTTLED', operation)).rejects.toThrow(sentence)
    await refused(
      { op: 'wrong-op' as 'add', path: '/statusCode' },
      "Value 'wrong-op' at 'updateGatewayResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]",
    )
    await refused(replace('/wrongPath', 'x'), 'Invalid patch path /wrongPath')
    await refused({ op: 'replace', value: 'x' }, 'Invalid patch path null')
    await refused(replace('/statusCode', 'x'), 'Invalid patch path /statusCode')
    await refused(remove('/responseParameters/gatewayresponse.header.x'), 'Invalid parameter name specified')
    await refused(
      replace('/responseTemplates/application~1json', ''),
      'Invalid null or empty value in responseTemplates',
    )
  })
})

describe('what is done', () => {
  test('DEFAULT_5XX speaks for every 5xx type that isn’t customised itself (recorded)', async () => {
    const { send, get, restApiId } = await started()
    const put = { restApiId, statusCode: '599', responseParameters: { 'gatewayresponse.header.x': "'y'" } }
    await send(new PutGatewayResponseCommand({ ...put, responseType: 'DEFAULT_5XX' }))
    const shared = { statusCode: '599', responseParameters: put.responseParameters }
    expect(await get('INTEGRATION_TIMEOUT')).toMatchObject({ ...shared, defaultResponse: true })
    expect(await get('THROTTLED')).toMatchObject({ statusCode: '429', responseParameters: {} })
  })

  test('an update customises a default, a delete brings it back', async () => {
    const { send, get, update, restApiId } = await started()
    await update('UNAUTHORIZED', replace('/statusCode', '419'), {
      op: 'add',
      path: '/responseTemplates/text~1plain',
      value: 'no',
    })
    expect(await get('UNAUTHORIZED')).toMatchObject({
      statusCode: '419',
      responseTemplates: { 'application/json': template, 'text/plain': 'no' },
      defaultResponse: false,
    })
    await send(new DeleteGatewayResponseCommand({ restApiId, responseType: 'UNAUTHORIZED' }))
    expect(await get('UNAUTHORIZED')).toMatchObject({ statusCode: '401', defaultResponse: true })
  })
})
