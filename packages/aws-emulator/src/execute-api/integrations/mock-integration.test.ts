import { expect, test } from 'vitest'
import { calledApi } from '../../testing/calls-to-stage.ts'

test.each([
  ['loops', '#foreach($a in [1..1000])#foreach($b in [1..1000])x#end#end'],
  ['can’t be parsed', '#if($x'],
  ['throws', "$util.parseJson('{')"],
  ['answers no status', '{"nothing":1}'],
])('a template that %s is a 500', async (_, template) => {
  const { put, deploy, call } = await calledApi()
  await put('bad', {}, { requestTemplates: { 'application/json': template } })
  await deploy()
  expect(await call('/bad')).toMatchObject({ status: 500, text: '{"message":"Internal server error"}' })
  expect((await call('/pets')).status).toBe(200)
})

test('a template of a MOCK may override status and headers, and its status may be unquoted', async () => {
  const { put, deploy, call } = await calledApi()
  const template =
    '#set($context.responseOverride.status = 444)#set($context.responseOverride.header.X-Set = "by $input.params(\'who\')"){statusCode: 200}'
  await put('mock', {}, { requestTemplates: { 'application/json': template } })
  await deploy()
  const answer = await call('/mock?who=me')
  expect(answer.status).toBe(444)
  expect(answer.headers.get('x-set')).toBe('by me')
})
