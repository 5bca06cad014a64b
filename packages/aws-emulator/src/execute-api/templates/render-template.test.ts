import { describe, expect, test } from 'vitest'
import { jsonPath } from './json-path.ts'
import { renderTemplate, TemplateError } from './render-template.ts'
import { util } from './util.ts'

const render = (template: string, roots: Record<string, unknown> = {}) =>
  renderTemplate(template, { util, ...roots }, [])

describe('what AWS’s templates do', () => {
  test.each([
    ["#set($x = 'a')$x", 'a'],
    ['#if(1 == 2)no#elseif(2 == 2)yes#{else}no#end', 'yes'],
    ['#foreach($i in [1..3])$i#if($foreach.hasNext),#end#end', '1,2,3'],
    ["#set($m = {'a':1,'b':2})#foreach($e in $m.entrySet())$e.key=$e.value;#end", 'a=1;b=2;'],
    ["#set($m = {'a':1})#set($before = $m.put('b', 2))$m", '{"a":1,"b":2}'],
    ['$util.escapeJavaScript("it\'s").length()', '5'],
    ["$util.base64Encode('hé')$util.base64Decode('aMOp')", 'aMOphé'],
    ["$util.urlEncode('a b&c')$util.urlDecode('a+b%26c')", 'a+b%26ca b&c'],
    ['$util.parseJson(\'{"a":[1,2]}\').a.size()', '2'],
    ["#set($s = 'Hello')$s.substring(1,3)$s.toUpperCase()$s.replaceAll('l+', 'L')", 'elHELLOHeLo'],
  ])('%s renders %s', (template, output) => {
    expect(render(template)).toBe(output)
  })
})

describe('bounds', () => {
  test('one loop goes 1,000 times', () => {
    expect(render('#foreach($i in [1..5000000])x#end')).toHaveLength(1000)
    const items = Array.from({ length: 1500 }, (_, index) => index)
    expect(render('#foreach($i in $items)x#end', { items })).toHaveLength(1000)
  })

  test.each([
    ['loops in loops', '#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])x#end#end#end'],
    ['a macro that calls itself', '#macro(again)#again()#end#again()'],
    ['text that doubles itself', `#set($x = 'xxxxxxxxxx')${'#set($x = "$x$x")'.repeat(40)}$x`],
    ['a template that can’t be parsed', '#if($x'],
    ['JSON that isn’t', "$util.parseJson('{')"],
  ])('%s end in an error', (_, template) => {
    expect(() => render(template)).toThrow(TemplateError)
  })
})

test.each([
  "$util.constructor.constructor('return process')",
  "$x.constructor.constructor('return process').call()",
  "#set($f = $x.toString.constructor)$f('return 1')",
  "#constructor('x')",
  '$x.__proto__.polluted',
  "#set($x.__proto__.polluted = 'yes')$x",
  "$list.map('x')",
])('%s reaches nothing outside', (template) => {
  const output = render(template, { x: { a: 1 }, list: [1] })
  expect(output).not.toMatch(/object process|function/)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('JSON paths find what they name', () => {
  const root = { a: { b: [{ c: 1 }, { c: 2 }] }, 'with space': 3 }
  expect(jsonPath(root, '$')).toBe(root)
  expect(jsonPath(root, '$.a.b[1].c')).toBe(2)
  expect(jsonPath(root, "$['with space']")).toBe(3)
  expect(jsonPath(root, '$.a.b[*].c')).toEqual([1, 2])
  expect(jsonPath(root, '$..c')).toEqual([1, 2])
  expect(jsonPath(root, '$.a.b[-1].c')).toBe(2)
  expect(jsonPath(root, '$.nope.more')).toBeUndefined()
  expect(() => jsonPath(root, '$.[')).toThrow(/Invalid JSON path/)
})
