import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

import { runProgram } from './run-program.ts'

/** A program that runs, or a sentence that says why there is none and what to do. */
export type Program = { path: string } | { missing: string }

/**
 * The first of the names, in the order given, that really runs: a file on the PATH may be a shim with nothing behind it.
 * @param folders where to look beside the PATH
 */
export async function findProgram(
  names: readonly string[],
  folders: readonly string[] = [],
  path = process.env.PATH ?? '',
): Promise<string | undefined> {
  const places = [...path.split(delimiter).filter((folder) => folder !== ''), ...folders]
  for (const name of names) {
    for (const place of places) {
      const candidate = join(place, name)
      if (await doesRun(candidate)) return candidate
    }
  }
  return undefined
}

export async function doesRun(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
  } catch {
    return false
  }
  const { code } = await runProgram(file, ['--version'], { timeout: 20_000 })
  return code === 0
}
