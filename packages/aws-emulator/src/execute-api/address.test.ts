import { request as httpRequest } from 'node:http'
import { expect, test } from 'vitest'
import { calledApi } from '../testing/calls-to-stage.ts'

test('a stage is reached by Host, as well as by path', async () => {
  const { port, api } = await calledApi()
  const get = (host: string, path: string) =>
    new Promise<number | undefined>((resolve) => {
      httpRequest({ port, path, headers: { host } }, (incoming) => {
        incoming.resume()
        resolve(incoming.statusCode)
      }).end()
    })
  const host = `${api.restApiId}.execute-api.eu-central-1.amazonaws.com`
  expect(await get(host, '/s1/pets')).toBe(200)
  expect(await get(`${api.restApiId}.execute-api.eu-central-1.localhost:1234`, '/s1/pets')).toBe(200)
  expect(await get(host, '/nope/pets')).toBe(403)
  expect(await get(host, '/')).toBe(403)
})
