import { bin, runProgram } from '../run-program.ts'
import type { Check } from './check.ts'

interface Cruise {
  modules: { source: string }[]
  summary: {
    violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[]
  }
}

const folders = [
  'apps/bff/src',
  'apps/web/src',
  'packages/shared-types/src',
  'packages/aws-emulator/src',
  'e2e',
  'bench',
]

/** Who may import whom: the rules are in `.dependency-cruiser.cjs`. */
export const imports: Check = {
  name: 'imports (dependency-cruiser)',
  run: async () => {
    const { stdout, output } = await runProgram(bin('depcruise'), [
      'apps',
      'packages',
      'e2e',
      'bench',
      'scripts',
      '-T',
      'json',
    ])
    if (!stdout.startsWith('{')) return { looked: 0, of: 'modules', problems: [output.trim()] }
    const { modules, summary } = JSON.parse(stdout) as Cruise
    const unseen = folders.filter((folder) => !modules.some(({ source }) => source.startsWith(`${folder}/`)))
    const problems = summary.violations.map(
      ({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle?.map(({ name }) => name).join(' → ') ?? to}`,
    )
    return {
      looked: modules.length,
      of: 'modules',
      problems: [...problems, ...unseen.map((folder) => `looked at 0 modules of ${folder}`)],
    }
  },
}
