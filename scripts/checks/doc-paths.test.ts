import { expect, test } from 'vitest'

import { pathsNamedIn } from './doc-paths.ts'

const top = ['apps', 'packages', 'docs', 'README.md']

test('a path in backticks, a link and a line of a fence are found', () => {
  const page = [
    'See `apps/bff/src/main.ts` and [the decision](docs/decisions/0001-node.md#why).',
    '```sh',
    'node packages/aws-emulator/src/cli.ts --port 4566',
    '```',
  ].join('\n')

  expect(pathsNamedIn(page, top)).toEqual([
    'docs/decisions/0001-node.md',
    'apps/bff/src/main.ts',
    'packages/aws-emulator/src/cli.ts',
  ])
})

test('a source file is found though its first folder is gone', () => {
  expect(pathsNamedIn('`gone/for-good.ts`', top)).toEqual(['gone/for-good.ts'])
})

test('addresses, packages, media types and commands are no paths', () => {
  const page =
    '`http://localhost:4000/x.ts` `@aws-sdk/core/protocols` `application/json` `pnpm test` [a](https://b.c/d.md) `/restapis/x`'

  expect(pathsNamedIn(page, top)).toEqual([])
})
