import { CreateDeploymentCommand, GetExportCommand } from '@aws-sdk/client-api-gateway'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { describeOperation, refused, type World } from '../testing/describe-operation.ts'
import { importer, mock, openApi3, swagger } from '../testing/openapi-documents.ts'

async function deployed(world: World, document: object = openApi3()) {
  const { bring, put } = importer(world)
  const { restApiId } = await bring(document)
  await world.send(new CreateDeploymentCommand({ restApiId, stageName: 's1' }))
  const get = async (exportType: string, more: object = {}) => {
    const answer = await world.send(new GetExportCommand({ restApiId, stageName: 's1', exportType, ...more }))
    return { ...answer, text: Buffer.from(answer.body ?? []).toString() }
  }
  return { restApiId, get, put }
}

describeOperation('GetExport', {
  accepts: {
    'both types as JSON or YAML, and each extension': async (world) => {
      const { get } = await deployed(world)
      const yaml = await get('swagger', { accepts: 'application/yaml', parameters: { extensions: 'integrations' } })
      expect(yaml.contentDisposition).toBe('attachment; filename="swagger_1.0.yaml"')
      const document = parse(yaml.text) as { paths: Record<string, { get: object }> }
      expect(document).toMatchObject({ swagger: '2.0', basePath: '/s1', schemes: ['https'] })
      expect(document.paths['/test/{id}']?.get).toMatchObject({ 'x-amazon-apigateway-integration': mock })
      expect(yaml.text).not.toContain('x-amazon-apigateway-authorizer')
      const withExtensions = (extensions: string) => get('oas30', { parameters: { extensions } })
      expect((await withExtensions('authorizers')).text).toContain('x-amazon-apigateway-authorizer')
      expect((await withExtensions('apigateway')).text).toContain('x-amazon-apigateway-request-validators')
      expect((await withExtensions('postman')).text).not.toContain('x-amazon')
    },
  },
  refuses: {
    'unknown types and extensions, stages and APIs': async (world) => {
      const { get } = await deployed(world)
      await refused(get('raml'), 400, 'Invalid export type: raml. Must be one of: [oas30, swagger]')
      await refused(get('oas30', { stageName: 'none' }), 404, 'Invalid stage identifier specified')
      const none = get('oas30', { restApiId: 'none' })
      await refused(none, 404, `Invalid API identifier specified ${world.account}:none`)
      await refused(get('oas30', { parameters: { extensions: 'nope' } }), 400, /^Invalid extension: nope/)
    },
  },
  does: {
    'it shows what the stage runs, with the recorded headers and shape': async (world) => {
      const { get, put, restApiId } = await deployed(world)
      await put(restApiId, swagger(), { mode: 'overwrite' })
      const plain = await get('oas30')
      expect(plain).toMatchObject({
        contentType: 'application/octet-stream',
        contentDisposition: 'attachment; filename="oas30_1.0.json"',
      })
      const url = `https://${restApiId}.execute-api.eu-central-1.amazonaws.com/{basePath}`
      expect(JSON.parse(plain.text)).toMatchObject({
        openapi: '3.0.1',
        info: { title: 'pets', version: '1.0' },
        servers: [{ url, variables: { basePath: { default: 's1' } } }],
        components: { securitySchemes: { token: { type: 'apiKey', name: 'Token', in: 'header' } } },
      })
      expect(plain.text).not.toContain('x-amazon')
    },
    'without a version it is named after the deployment’s instant (recorded)': async (world) => {
      const { get } = await deployed(world, swagger({ info: { title: 'pets' } }))
      const { contentDisposition } = await get('swagger')
      expect(contentDisposition).toBe('attachment; filename="swagger_2026-01-15T12:00:00Z.json"')
    },
  },
})
