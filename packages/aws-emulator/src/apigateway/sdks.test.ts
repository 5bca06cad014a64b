import { createContext, runInContext } from 'node:vm'
import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  DeleteMethodCommand,
  GetSdkCommand,
  GetSdkTypeCommand,
  GetSdkTypesCommand,
} from '@aws-sdk/client-api-gateway'
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import { bare, describeOperation, refused, wrongPosition, type World } from '../testing/describe-operation.ts'
import { putMock, smallApi } from '../testing/small-api.ts'

const types = ['android', 'java', 'javascript', 'objectivec', 'ruby', 'swift']

describeOperation('GetSdkTypes', {
  accepts: {
    'a limit': async ({ send }) => {
      const { items } = await send(new GetSdkTypesCommand({ limit: 4 }))
      expect(items?.map(({ id }) => id)).toEqual(types.slice(0, 4))
    },
  },
  refuses: {
    'a position that isn’t one of its own': ({ send }) =>
      refused(send(new GetSdkTypesCommand({ position: 'x' })), 400, wrongPosition),
  },
  does: {
    'the six types are listed': async ({ send }) => {
      const { items } = await send(new GetSdkTypesCommand({}))
      expect(items?.map(({ id }) => id)).toEqual(types)
    },
  },
})

describeOperation('GetSdkType', {
  accepts: {
    'each of the six': async ({ send }) => {
      for (const id of types) expect(await send(new GetSdkTypeCommand({ id }))).toMatchObject({ id })
    },
  },
  refuses: {
    'any other': ({ send }) =>
      refused(send(new GetSdkTypeCommand({ id: 'cobol' })), 404, 'Invalid SDK type identifier specified: cobol'),
  },
  does: {
    'it tells what the type requires': async ({ send }) => {
      const { configurationProperties } = await bare(send(new GetSdkTypeCommand({ id: 'java' })))
      expect(configurationProperties?.map(({ name, required }) => ({ name, required }))).toEqual([
        { name: 'serviceName', required: true },
        { name: 'javaPackageName', required: true },
      ])
    },
  },
})

const parameters: Record<string, Record<string, string>> = {
  android: { groupId: 'com.example', artifactId: 'pets', artifactVersion: '2.1', invokerPackage: 'com.example.pets' },
  java: { serviceName: 'Pets', javaPackageName: 'com.example.pets' },
  javascript: {},
  objectivec: { classPrefix: 'PET' },
  ruby: { 'service.name': 'PetShop' },
  swift: { classPrefix: 'PET' },
}

/** `GET /pets`, `GET /pets/{petId}` and ANY of a greedy path, deployed to the stage. */
async function deployed(world: World) {
  const { apiGateway, send } = world
  const api = await smallApi(apiGateway)
  const { restApiId, rootId, petsId, stageName } = api
  const one = await send(new CreateResourceCommand({ restApiId, parentId: petsId, pathPart: '{petId}' }))
  const rest = await send(new CreateResourceCommand({ restApiId, parentId: rootId, pathPart: '{proxy+}' }))
  await putMock(apiGateway, { restApiId, resourceId: one.id ?? '', httpMethod: 'GET' })
  await putMock(apiGateway, { restApiId, resourceId: rest.id ?? '', httpMethod: 'ANY' })
  await send(new CreateDeploymentCommand({ restApiId, stageName }))
  const get = async (sdkType: string, more: object = {}) => {
    const asked = { restApiId, stageName, sdkType, parameters: parameters[sdkType], ...more }
    const sdk = await send(new GetSdkCommand(asked))
    const zip = Object.entries(unzipSync(sdk.body ?? new Uint8Array()))
    const files = Object.fromEntries(zip.map(([name, bytes]) => [name, strFromU8(bytes)]))
    return { ...sdk, files }
  }
  return { ...api, get, url: `https://${restApiId}.execute-api.eu-central-1.amazonaws.com/s1` }
}

/** Of each type the files, the one with the client first, and how a route shows in it. */
const written: Record<string, { files: string[]; routes: string[] }> = {
  android: {
    files: ['src/main/java/com/example/pets/ApiClient.java', 'README.md', 'pom.xml'].map(
      (at) => `generated-code/${at}`,
    ),
    routes: [
      'public Response petsPetIdGet(',
      'call("GET", "/pets/{petId}", params, body)',
      'call("PATCH", "/{proxy+}"',
    ],
  },
  java: {
    files: ['src/main/java/com/example/pets/Pets.java', 'README.md', 'pom.xml'].map((at) => `generated-code/${at}`),
    routes: [
      'public HttpResponse<String> petsPetIdGet(',
      'call("GET", "/pets/{petId}", params, body)',
      'call("PATCH", "/{proxy+}"',
    ],
  },
  javascript: {
    files: ['apiGateway-js-sdk/apigClient.js', 'apiGateway-js-sdk/README.md'],
    routes: ['petsPetIdGet: ', 'request("GET", "/pets/{petId}", params', 'request("PATCH", "/{proxy+}"'],
  },
  objectivec: {
    files: ['generated-src/PETClient.m', 'generated-src/PETClient.h', 'README.md', 'PETClient.podspec'].map(
      (at) => `aws-apigateway-ios-sdk/${at}`,
    ),
    routes: [
      '- (void)petsPetIdGet:(',
      '[self call:@"GET" path:@"/pets/{petId}" ',
      '[self call:@"PATCH" path:@"/{proxy+}" ',
    ],
  },
  ruby: {
    files: ['lib/pet-shop-sdk.rb', 'README.md', 'pet-shop-sdk.gemspec'].map((at) => `pet-shop-sdk/${at}`),
    routes: ['def pets_pet_id_get(', "call('GET', '/pets/{petId}', params, body)", "call('PATCH', '/{proxy+}'"],
  },
  swift: {
    files: ['generated-src/PETClient.swift', 'README.md', 'PETClient.podspec'].map(
      (at) => `aws-apigateway-ios-swift/${at}`,
    ),
    routes: ['public func petsPetIdGet(', 'call("GET", "/pets/{petId}", params, body)', 'call("PATCH", "/{proxy+}"'],
  },
}

describeOperation('GetSdk', {
  accepts: {
    'each type with what it requires, and answers with a zip to be kept as a file': async (world) => {
      const { get } = await deployed(world)
      for (const type of types) {
        const { files, contentType, contentDisposition } = await get(type)
        expect(contentType).toBe('application/octet-stream')
        expect(contentDisposition).toBe(`attachment; filename="${type}_2026-01-15_12-00Z.zip"`)
        expect(Object.keys(files).toSorted(), type).toEqual(written[type]?.files.toSorted())
      }
    },
  },
  refuses: {
    'a type without what it requires, and values that are no names': async (world) => {
      const { get } = await deployed(world)
      for (const type of types) {
        const names = Object.keys(parameters[type] ?? {})
        if (names.length === 0) continue
        await refused(get(type, { parameters: {} }), 400, `Missing required parameters: [${names.join(', ')}]`)
        for (const name of names) {
          const bad = { ...parameters[type], [name]: '../x' }
          await refused(get(type, { parameters: bad }), 400, `Invalid value for parameter ${name}: ../x`)
        }
      }
    },
    'unknown types, stages and APIs': async (world) => {
      const { get } = await deployed(world)
      await refused(get('cobol'), 404, 'Invalid SDK type identifier specified: cobol')
      await refused(get('java', { stageName: 'none' }), 404, 'Invalid stage identifier specified')
      const unknownApi = `Invalid API identifier specified ${world.account}:none`
      await refused(get('java', { restApiId: 'none' }), 404, unknownApi)
    },
  },
  does: {
    'the client of each type has the routes of the stage’s deployment, not those of the API since': async (world) => {
      const { get, url, restApiId, petsId } = await deployed(world)
      await world.send(new DeleteMethodCommand({ restApiId, resourceId: petsId, httpMethod: 'GET' }))
      for (const type of types) {
        const { files } = await get(type)
        const { files: [main = ''] = [], routes = [] } = written[type] ?? {}
        for (const text of [url, ...routes]) expect(files[main], type).toContain(text)
        const readme = Object.keys(files).find((name) => name.endsWith('README.md')) ?? ''
        for (const route of ['GET /pets\n', 'GET /pets/{petId}\n', 'POST /{proxy+}\n'])
          expect(files[readme], type).toContain(route)
      }
    },
    'the package, version and names are those that were asked for': async (world) => {
      const { get } = await deployed(world)
      const android = (await get('android')).files
      expect(android['generated-code/pom.xml']).toContain('<version>2.1</version>')
      expect(android['generated-code/src/main/java/com/example/pets/ApiClient.java']).toMatch(
        /^package com.example.pets;/,
      )
      const ruby = (await get('ruby')).files
      expect(ruby['pet-shop-sdk/lib/pet-shop-sdk.rb']).toContain('module PetShop\n')
      const swift = (await get('swift')).files
      expect(swift['aws-apigateway-ios-swift/generated-src/PETClient.swift']).toContain(
        'public final class PETClient {',
      )
    },
    'the JavaScript client calls the stage, with path parameters and a query': async (world) => {
      const { get, restApiId } = await deployed(world)
      const context = createContext({ fetch, URLSearchParams })
      runInContext((await get('javascript')).files['apiGateway-js-sdk/apigClient.js'] ?? '', context)
      const invokeUrl = `${world.url}/restapis/${restApiId}/s1/_user_request_`
      type Method = (params?: object) => Promise<object>
      const { apigClientFactory } = context as never as {
        apigClientFactory: { newClient(config: object): Record<'petsGet' | 'petsPetIdGet' | 'proxyPost', Method> }
      }
      const client = apigClientFactory.newClient({ invokeUrl })
      const answered = { status: 200, data: { pets: [] } }
      expect(await client.petsGet()).toMatchObject(answered)
      expect(await client.petsPetIdGet({ petId: 'a/b', page: 2 })).toMatchObject(answered)
      expect(await client.proxyPost({ proxy: 'a/b' })).toMatchObject(answered)
    },
  },
})
