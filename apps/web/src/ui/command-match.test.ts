import { expect, test } from 'vitest'
import { matchCommands, type Command } from './command-match'

const command = (group: string, title: string, note?: string): Command => ({ id: title, group, title, note, run() {} })
const commands = [
  command('Page', 'Fleet'),
  command('API', 'checkout'),
  command('Stage', 'checkout prod', 'demo'),
  command('Stage', 'orders prod', 'demo'),
  command('Action', 'Roll back prod to checkout 2.13'),
]
const found = (text: string) => matchCommands(commands, text).map(({ title }) => title)

test('nothing typed shows all, in their order', () => {
  expect(found('')).toHaveLength(5)
  expect(found(' ')[0]).toBe('Fleet')
})

test('all words must be there, in any order, also in the note and the kind', () => {
  expect(found('prod check')).toEqual(['checkout prod', 'Roll back prod to checkout 2.13'])
  expect(found('stage demo')).toEqual(['checkout prod', 'orders prod'])
  expect(found('nowhere')).toEqual([])
})

test('what begins with it comes first', () => {
  expect(found('checkout')).toEqual(['checkout', 'checkout prod', 'Roll back prod to checkout 2.13'])
  expect(found('roll')).toEqual(['Roll back prod to checkout 2.13'])
})
