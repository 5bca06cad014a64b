import { describe, expect, test } from 'vitest'
import { parsePasted } from './parse-pasted'

const pairs = (text: string) => parsePasted(text).good.map(({ name, value }) => [name, value])

describe('lines of .env', () => {
  test('are names and values; comments, quotes and `export` are left out', () => {
    const text = '# shop\n\nA=1\nexport B = two words \nC="https://x.example.com/#top"  # note\nD=a#b # c\r\nE=\'e\''
    expect(pairs(text)).toEqual([
      ['A', '1'],
      ['B', 'two words'],
      ['C', 'https://x.example.com/#top'],
      ['D', 'a#b'],
      ['E', 'e'],
    ])
  })

  test('of 100 with 7 bad ones: all 7 are named by line and reason, and 93 are good', () => {
    const lines = Array.from({ length: 100 }, (_, n) => `NAME_${n + 1}=value-${n + 1}`)
    lines[4] = 'no equals sign'
    lines[10] = 'dash-ed=x'
    lines[20] = 'EMPTY='
    lines[35] = 'LATEST=$LATEST'
    lines[50] = `LONG=${'x'.repeat(513)}`
    lines[77] = 'NAME_1=again'
    lines[99] = `${'n'.repeat(65)}=x`

    const { good, bad } = parsePasted(lines.join('\n'))

    expect(good).toHaveLength(93)
    expect(bad.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'There is no = in it.'],
      [11, 'Invalid stage variable name: dash-ed.  Please use names with only word characters.'],
      [21, expect.stringContaining('Invalid stage variable value: .')],
      [36, expect.stringContaining('Invalid stage variable value: $LATEST.')],
      [51, expect.stringContaining('at most 512')],
      [78, 'NAME_1 stands in line 1 already.'],
      [100, expect.stringContaining('at most 64')],
    ])
  })
})

describe('JSON', () => {
  test('is an object of names and values; numbers and true are text', () => {
    expect(pairs('{"a": "x", "n": 5, "on": true}')).toEqual([
      ['a', 'x'],
      ['n', '5'],
      ['on', 'true'],
    ])
  })

  test('may be a stage as the AWS CLI prints it', () => {
    expect(pairs('{"stageName": "qa", "variables": {"a": "x"}}')).toEqual([['a', 'x']])
  })

  test('names the line of what is no text', () => {
    expect(parsePasted('{\n  "a": "x",\n  "list": [1],\n  "o": {},\n  "no": null\n}').bad).toEqual([
      { line: 3, text: 'list', reason: 'A variable is text, not a list.' },
      { line: 4, text: 'o', reason: 'A variable is text, not an object.' },
      { line: 5, text: 'no', reason: 'A variable is text, not null.' },
    ])
  })

  test('that is broken is one problem, at its line', () => {
    expect(parsePasted('{\n  "a": "x"\n  "b": 1\n}')).toMatchObject({ good: [], bad: [{ line: 3 }] })
  })

  test('that is a list holds no variables', () => {
    expect(parsePasted('[1, 2]')).toMatchObject({ good: [], bad: [{ line: 1 }] })
  })
})

test('nothing is nothing', () => {
  expect(parsePasted(' \n ')).toEqual({ good: [], bad: [] })
})
