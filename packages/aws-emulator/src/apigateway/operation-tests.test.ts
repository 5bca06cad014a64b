import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as client from '@aws-sdk/client-api-gateway'
import { expect, test } from 'vitest'
import { operationsOf } from '../protocol/operation-schema.ts'
import { builtOperation } from './operations.ts'

// The three groups, that none is empty and that their tests call the operation is seen to by describeOperation() itself.
test('every operation that is built is described: what it accepts, what it refuses and in which words, what it does', () => {
  const built = operationsOf(client).flatMap(({ name }) => (builtOperation(name) ? [name] : []))
  const files = readdirSync(import.meta.dirname, { encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'))
  const described = files.flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    return [...text.matchAll(/^describeOperation\('(\w+)'/gm)].map(([, name = '']) => name)
  })
  expect(built.length).toBeGreaterThan(100)
  expect(described.toSorted()).toEqual(built.toSorted())
})
