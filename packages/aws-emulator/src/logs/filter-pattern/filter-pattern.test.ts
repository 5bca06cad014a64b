import { expect, test } from 'vitest'
import { lineTest } from './filter-pattern.ts'

const json = JSON.stringify({
  status: 502,
  path: '/carts/7',
  error: null,
  ok: false,
  n: { deep: [1, { x: 'y' }] },
  text: '504',
})
const clf = '203.0.113.7 - - [15/Jan/2026:12:00:00 +0000] "GET /carts/7 HTTP/1.1" 502 36 abc-1'

test.each([
  ['', clf, true],
  ['carts', clf, true],
  ['Carts', clf, false],
  ['carts 502', clf, true],
  ['carts nope', clf, false],
  ['"GET /carts"', clf, true],
  ['?nope ?502', clf, true],
  ['?nope ?other', clf, false],
  ['carts -502', clf, false],
  ['%GET /[a-z]+/\\d%', clf, true],
  ['{ $.status = 502 }', json, true],
  ['{ $.status = 502 }', clf, false],
  ['{ $.status >= 500 && $.status != 503 }', json, true],
  ['{ ($.status = 404) || ($.path = "/carts/*") }', json, true],
  ['{ $.text = 504 }', json, true],
  ['{ $.text = "504" }', json, true],
  ['{ $.path = %carts/[0-9]+% }', json, true],
  ['{ $.error IS NULL }', json, true],
  ['{ $.ok IS TRUE }', json, false],
  ['{ $.nope NOT EXISTS }', json, true],
  ['{ $.nope != 1 }', json, false],
  ['{ !($.status = 502) }', json, false],
  ['{ $.n.deep[0] = 1 }', json, true],
  ['{ $.n.deep[1].x = y }', json, true],
  ['{ $.n.deep[*] = 1 }', json, true],
  ['[ip, id, user, time, request, status = 502, ...]', clf, true],
  ['[ip, id, user, time, request, status = 5*, size, id2]', clf, true],
  ['[ip, id, user, time, request, status < 500, ...]', clf, false],
  ['[..., size > 30, id2]', clf, true],
  ['[ip, user]', clf, false],
  ['[ip, id, user, time, request = *carts*, status = 502 || status = 503, ...]', clf, true],
])('%s on %s: %s', (pattern, line, expected) => {
  expect(lineTest(pattern)(line)).toBe(expected)
})

test.each(['{ $.status = }', '{ $.status', '{ status = 1 }', '{ $.a < x }', '[ip', '[a b]', '[..., ...]', '%(%'])(
  '%s is refused',
  (pattern) => {
    expect(() => lineTest(pattern)).toThrow(/^Invalid filter pattern: /)
  },
)
