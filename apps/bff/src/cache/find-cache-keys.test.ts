import { expect, test } from 'vitest'
import { findCacheKeys } from './find-cache-keys.ts'

const integration = (more: object) => ({ 'x-amazon-apigateway-integration': more })

test('path parameters that no cache key has are named by route, whether the key is the method’s or the integration’s', () => {
  const { keyLacks } = findCacheKeys({
    paths: {
      '/plain': { get: integration({}) },
      '/a/{id}/b/{part+}': {
        parameters: [],
        get: integration({ cacheKeyParameters: ['method.request.path.id'] }),
        'x-amazon-apigateway-any-method': integration({}),
        post: integration({
          requestParameters: {
            'integration.request.path.x': 'method.request.path.id',
            'integration.request.path.y': 'method.request.path.part',
          },
          cacheKeyParameters: ['integration.request.path.x', 'integration.request.path.y'],
        }),
      },
    },
  })

  expect(keyLacks).toEqual({ 'GET /a/{id}/b/{part+}': ['part'], 'ANY /a/{id}/b/{part+}': ['id', 'part'] })
})

test('authorizers whose answers are kept are named', () => {
  const authorizer = (authorizerResultTtlInSeconds: number | undefined) => ({
    'x-amazon-apigateway-authorizer': { type: 'token', authorizerResultTtlInSeconds },
  })
  const securitySchemes = { kept: authorizer(300), usual: authorizer(undefined), never: authorizer(0), api_key: {} }

  expect(findCacheKeys({ components: { securitySchemes } }).authorizers).toEqual(['kept', 'usual'])
})

test.each([null, 'text', [], {}])('%j says nothing', (document) => {
  expect(findCacheKeys(document)).toEqual({ keyLacks: {}, authorizers: [] })
})
