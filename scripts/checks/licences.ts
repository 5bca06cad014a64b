import satisfies from 'spdx-satisfies'

import { pnpmCommand } from '../pnpm.ts'
import { runProgram } from '../run-program.ts'
import type { Check } from './check.ts'

/** No copyleft. A licence that isn't here is refused until somebody has read it. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
  'Zlib',
]

export const licences: Check = {
  name: 'licences of production dependencies',
  run: async () => {
    const [command, ...args] = pnpmCommand()
    const { stdout, output } = await runProgram(command, [...args, '-r', 'licenses', 'list', '--prod', '--json'])
    if (!stdout.startsWith('{')) return { looked: 0, of: 'packages', problems: [output.trim()] }
    const byLicence = Object.entries(JSON.parse(stdout) as Record<string, { name: string }[]>)
    return {
      looked: byLicence.flatMap(([, packages]) => packages).length,
      of: 'packages',
      problems: byLicence
        .filter(([licence]) => !isAllowed(licence))
        .map(([licence, packages]) => `${licence}: ${packages.map(({ name }) => name).join(', ')}`),
    }
  },
}

/** @param licence an SPDX expression; anything else ("SEE LICENSE IN …", "Unknown") is refused */
export function isAllowed(licence: string): boolean {
  try {
    return satisfies(licence, allowed)
  } catch {
    return false
  }
}
