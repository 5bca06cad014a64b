import { globSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { floors } from '../floors.ts'
import { root } from '../run-program.ts'
import type { Check } from './check.ts'

/** The same slice has the same name on every floor, and the contract is where it gets it. */
export const sliceNames: Check = {
  name: 'slice names of the floors',
  run: async () => {
    const contract = slicesOf(floors.contract)
    const bff = slicesOf(floors.bff)
    const web = slicesOf(floors.web)
    return {
      looked: contract.length && bff.length + web.length,
      of: 'slices',
      problems: [...strangers(floors.bff.folder, bff, contract), ...strangers(floors.web.folder, web, contract)],
    }
  },
}

export const strangers = (folder: string, slices: readonly string[], contract: readonly string[]): string[] =>
  slices
    .filter((slice) => !contract.includes(slice))
    .map((slice) => `${folder}/${slice} is neither a slice of the contract nor shared (scripts/floors.ts)`)

function slicesOf({ folder, shared }: { folder: string; shared: readonly string[] }): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return folders.filter((name) => !shared.includes(name) && hasCode(join(root, folder, name)))
}

/** git keeps no empty folder, so an empty one here is no slice either. */
const hasCode = (folder: string): boolean => globSync('**/*.{ts,tsx}', { cwd: folder }).length > 0
