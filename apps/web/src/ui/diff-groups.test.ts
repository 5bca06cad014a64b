import { expect, test } from 'vitest'
import { diffGroups } from './diff-groups'

const row = (label: string, before: string | null, after: string | null) => ({ label, before, after })
const seen = (rows: Parameters<typeof diffGroups>[0]) =>
  diffGroups(rows).map(({ name, rows: own }) => [name, own.map(({ label }) => label)])

test('what is about one thing stands under its name, from three rows on', () => {
  const alarm = ['metric', 'period (s)', 'threshold'].map((label) => row(`Alarm slow · ${label}`, null, '1'))
  const few = ['a', 'b'].map((label) => row(`GET /pets · ${label}`, '1', '2'))
  expect(seen([row('Deployment', 'a', 'b'), ...alarm, ...few])).toEqual([
    [null, ['Deployment']],
    ['Alarm slow', ['metric', 'period (s)', 'threshold']],
    [null, ['GET /pets · a', 'GET /pets · b']],
  ])
})

test('an empty text that comes or goes is left out, and one that moved is not', () => {
  expect(seen([row('Description', null, ''), row('Owner', '', null)])).toEqual([])
  expect(seen([row('Description', 'was', ''), { ...row('Owner', '', null), moved: true }])).toEqual([
    [null, ['Description']],
    [null, ['Owner']],
  ])
})
