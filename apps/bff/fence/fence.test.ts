import { afterAll, beforeAll, expect, test } from 'vitest'

import { objections, plantFixtures, type Objection } from './fence-tree.ts'

const writer = 'imports: writers-only-behind-the-door'
const sdk = 'imports: sdk-only-in-aws'
const forged = expect.stringMatching(/^tsc: TS2741: Property '#changeId' is missing/)
const withoutCapability = expect.stringMatching(/^tsc: TS2554: Expected 3 arguments/)
const restrictedImport = 'oxlint: eslint(no-restricted-imports)'
const restrictedProperty = 'oxlint: eslint(no-restricted-properties)'

/** Every way around the change engine that we could think of, and all that stands against each. */
const expected: Record<string, unknown[]> = {
  'deployments/honest.ts': [],
  'deployments/import-a-writer.ts': [writer],
  'deployments/import-the-type-of-a-writer.ts': [writer],
  'deployments/import-the-sdk.ts': [sdk],
  'deployments/import-the-sdk-by-the-way.ts': [sdk],
  'deployments/forge-a-capability.ts': [writer, forged],
  'deployments/write-through-the-connection.ts': [withoutCapability],
  'deployments/grant-itself.ts': [writer, restrictedImport],
  'deployments/call-fetch.ts': ['oxlint: eslint(no-restricted-globals)'],
  'deployments/call-the-global-fetch.ts': [restrictedProperty],
  'deployments/open-a-connection.ts': [restrictedImport],
  'deployments/start-a-program.ts': [restrictedImport],
  'deployments/import-by-a-name-made-later.ts': ['oxlint: callboard(no-computed-import)'],
  'deployments/ask-node-for-a-module.ts': [restrictedProperty],
  'aws/reader-grants-itself.ts': [restrictedImport],
  'aws/reader-forges-a-capability.ts': [forged],
}

let planted: Awaited<ReturnType<typeof plantFixtures>>
let found: Objection[]

beforeAll(async () => {
  planted = await plantFixtures()
  found = await objections(planted.tree)
}, 120_000)

afterAll(() => planted.fell())

test('every fixture is accounted for', () => {
  expect(planted.names.toSorted()).toEqual(Object.keys(expected).toSorted())
})

test.each(Object.keys(expected))('%s meets exactly what stands against it', (fixture) => {
  const against = found.filter((it) => it.fixture === fixture).map(({ by }) => by)

  expect(against).toHaveLength(expected[fixture]?.length ?? 0)
  expect(against).toEqual(expect.arrayContaining(expected[fixture] ?? []))
})
