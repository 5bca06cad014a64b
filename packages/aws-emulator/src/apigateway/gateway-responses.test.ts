import {
  DeleteGatewayResponseCommand,
  GetGatewayResponseCommand,
  GetGatewayResponsesCommand,
  PutGatewayResponseCommand,
  UpdateGatewayResponseCommand,
  type GatewayResponseType,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import {
  bare,
  describeOperation,
  invalid,
  refused,
  statusOf,
  wrongPosition,
  type World,
} from '../testing/describe-operation.ts'
import { remove, replace, smallApi } from '../testing/small-api.ts'
import { gatewayResponseTypes } from './gateway-responses.ts'

const template = '{"message":$context.error.messageString}'
const nope = 'NOPE' as GatewayResponseType
const wrongType = (input: string) =>
  `Value 'NOPE' at '${input}.responseType' failed to satisfy constraint: Member must satisfy enum value set: [${gatewayResponseTypes.join(', ')}]`
const unknownApi = ({ account }: World) => `Invalid API identifier specified ${account}:none`
const noApi = { restApiId: 'none', responseType: 'THROTTLED' } as const
const notDefined = 'Gateway response type not defined on api'
const header = { 'gatewayresponse.header.x': "'y'" }

async function withApi({ apiGateway, send }: World) {
  const { restApiId } = await smallApi(apiGateway)
  const throttled = { restApiId, responseType: 'THROTTLED' } as const
  const get = (responseType: GatewayResponseType) =>
    bare(send(new GetGatewayResponseCommand({ restApiId, responseType })))
  const update = (responseType: GatewayResponseType, ...patchOperations: PatchOperation[]) =>
    send(new UpdateGatewayResponseCommand({ restApiId, responseType, patchOperations }))
  return { restApiId, throttled, get, update, wrong: { restApiId, responseType: nope } }
}

describeOperation('GetGatewayResponse', {
  accepts: {
    'every type, customised or not': async (world) => {
      const { get } = await withApi(world)
      for (const responseType of gatewayResponseTypes) expect(await get(responseType)).toMatchObject({ responseType })
    },
  },
  refuses: {
    'an unknown type, with the enum, and unknown APIs': async (world) => {
      const get = new GetGatewayResponseCommand((await withApi(world)).wrong)
      await invalid(world.send(get), wrongType('getGatewayResponseInput'))
      await refused(world.send(new GetGatewayResponseCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'types show as they answer by default; the two families have no status (recorded)': async (world) => {
      const { get } = await withApi(world)
      expect(await get('THROTTLED')).toEqual({
        responseType: 'THROTTLED',
        statusCode: '429',
        responseParameters: {},
        responseTemplates: { 'application/json': template },
        defaultResponse: true,
      })
      expect(await get('DEFAULT_4XX')).not.toHaveProperty('statusCode')
    },
  },
})

describeOperation('GetGatewayResponses', {
  accepts: {
    'a limit and a position': async (world) => {
      const { restApiId } = await withApi(world)
      const { items, position } = await world.send(new GetGatewayResponsesCommand({ restApiId, limit: 20 }))
      expect(items).toHaveLength(20)
      expect((await world.send(new GetGatewayResponsesCommand({ restApiId, position }))).items).toHaveLength(1)
    },
  },
  refuses: {
    'a position that isn’t one of its own, and unknown APIs': async (world) => {
      const { restApiId } = await withApi(world)
      await refused(world.send(new GetGatewayResponsesCommand({ restApiId, position: 'x' })), 400, wrongPosition)
      await refused(world.send(new GetGatewayResponsesCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'all 21 types are listed (recorded)': async (world) => {
      const { restApiId } = await withApi(world)
      const { items = [] } = await world.send(new GetGatewayResponsesCommand({ restApiId }))
      expect(items).toHaveLength(21)
      expect(items.every(({ defaultResponse }) => defaultResponse)).toBe(true)
    },
  },
})

describeOperation('PutGatewayResponse', {
  accepts: {
    'a status, headers and templates': async (world) => {
      const { throttled } = await withApi(world)
      const asked = { statusCode: '420', responseParameters: header, responseTemplates: { 'text/plain': 'calm' } }
      const put = await world.send(new PutGatewayResponseCommand({ ...throttled, ...asked }))
      expect(put).toMatchObject({ ...asked, $metadata: { httpStatusCode: 201 } })
    },
  },
  refuses: {
    'an unknown type, with the enum, and unknown APIs': async (world) => {
      const put = new PutGatewayResponseCommand((await withApi(world)).wrong)
      await invalid(world.send(put), wrongType('putGatewayResponseInput'))
      await refused(world.send(new PutGatewayResponseCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'what it doesn’t say is AWS’s default': async (world) => {
      const { throttled, get } = await withApi(world)
      await world.send(new PutGatewayResponseCommand({ ...throttled, responseParameters: header }))
      expect(await get('THROTTLED')).toEqual({
        responseType: 'THROTTLED',
        statusCode: '429',
        responseParameters: header,
        responseTemplates: { 'application/json': template },
        defaultResponse: false,
      })
    },
    'DEFAULT_5XX speaks for every 5xx type that isn’t customised itself (recorded)': async (world) => {
      const { restApiId, get } = await withApi(world)
      const shared = { statusCode: '599', responseParameters: header }
      await world.send(new PutGatewayResponseCommand({ restApiId, responseType: 'DEFAULT_5XX', ...shared }))
      expect(await get('INTEGRATION_TIMEOUT')).toMatchObject({ ...shared, defaultResponse: true })
      expect(await get('THROTTLED')).toMatchObject({ statusCode: '429', responseParameters: {} })
    },
  },
})

describeOperation('UpdateGatewayResponse', {
  accepts: {
    'each documented path': async (world) => {
      const { update } = await withApi(world)
      const updated = await update(
        'UNAUTHORIZED',
        replace('/statusCode', '419'),
        { op: 'add', path: '/responseParameters/gatewayresponse.header.x', value: "'y'" },
        { op: 'add', path: '/responseTemplates/text~1plain', value: 'no' },
      )
      expect(updated).toMatchObject({
        statusCode: '419',
        responseParameters: header,
        responseTemplates: { 'application/json': template, 'text/plain': 'no' },
      })
    },
  },
  refuses: {
    'paths, verbs and values that can’t be (recorded)': async (world) => {
      const { update } = await withApi(world)
      const change = (operation: PatchOperation) => update('THROTTLED', operation)
      await invalid(
        change({ op: 'wrong-op' as 'add', path: '/statusCode' }),
        "Value 'wrong-op' at 'updateGatewayResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]",
      )
      await refused(change(replace('/wrongPath', 'x')), 400, 'Invalid patch path /wrongPath')
      await refused(change({ op: 'replace', value: 'x' }), 400, 'Invalid patch path null')
      await refused(change(replace('/statusCode', 'x')), 400, 'Invalid patch path /statusCode')
      const gone = change(remove('/responseParameters/gatewayresponse.header.x'))
      await refused(gone, 404, 'Invalid parameter name specified')
      const empty = change(replace('/responseTemplates/application~1json', ''))
      await refused(empty, 400, 'Invalid null or empty value in responseTemplates')
    },
    'an unknown type, with the enum, and unknown APIs': async (world) => {
      const { update } = await withApi(world)
      await invalid(update(nope), wrongType('updateGatewayResponseInput'))
      await refused(world.send(new UpdateGatewayResponseCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'a default is customised from then': async (world) => {
      const { update, get } = await withApi(world)
      await update('UNAUTHORIZED', replace('/statusCode', '419'))
      expect(await get('UNAUTHORIZED')).toMatchObject({ statusCode: '419', defaultResponse: false })
    },
  },
})

describeOperation('DeleteGatewayResponse', {
  accepts: {
    'a type that is customised': async (world) => {
      const { throttled } = await withApi(world)
      await world.send(new PutGatewayResponseCommand(throttled))
      expect(await statusOf(world.send(new DeleteGatewayResponseCommand(throttled)))).toBe(202)
    },
  },
  refuses: {
    'a type that isn’t customised (recorded), an unknown one, and unknown APIs': async (world) => {
      const { throttled, wrong } = await withApi(world)
      await refused(world.send(new DeleteGatewayResponseCommand(throttled)), 404, notDefined)
      await invalid(world.send(new DeleteGatewayResponseCommand(wrong)), wrongType('deleteGatewayResponseInput'))
      await refused(world.send(new DeleteGatewayResponseCommand(noApi)), 404, unknownApi(world))
    },
  },
  does: {
    'the default is back': async (world) => {
      const { throttled, get } = await withApi(world)
      await world.send(new PutGatewayResponseCommand({ ...throttled, statusCode: '420' }))
      await world.send(new DeleteGatewayResponseCommand(throttled))
      expect(await get('THROTTLED')).toMatchObject({ statusCode: '429', defaultResponse: true })
    },
  },
})
