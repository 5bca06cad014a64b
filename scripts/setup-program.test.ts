import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { findProgram } from './setup-program.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-programs-'))
  await program('shims/aws', 'exit 127')
  await program('good/aws', 'echo aws-cli/2')
  await program('good/second', 'exit 0')
  await mkdir(join(folder, 'good/chromium'))
  await writeFile(join(folder, 'shims/second'), 'not executable')
})

afterAll(() => rm(folder, { recursive: true }))

const path = (...folders: string[]) => folders.map((it) => join(folder, it)).join(delimiter)

test('a shim with nothing behind it is passed over for one that runs', async () => {
  expect(await findProgram(['aws'], [], path('shims', 'good'))).toBe(join(folder, 'good/aws'))
})

test('a file that may not be run, a folder and an absent one are no programs', async () => {
  expect(await findProgram(['second', 'chromium', 'aws'], [], path('shims', 'nowhere'))).toBeUndefined()
})

test('names are tried in order, and folders beside the PATH after it', async () => {
  expect(await findProgram(['chromium', 'second', 'aws'], [], path('shims', 'good'))).toBe(join(folder, 'good/second'))
  expect(await findProgram(['aws'], [join(folder, 'good')], path('shims'))).toBe(join(folder, 'good/aws'))
})

async function program(name: string, line: string) {
  const file = join(folder, name)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, `#!/bin/sh\n${line}\n`)
  await chmod(file, 0o755)
}
