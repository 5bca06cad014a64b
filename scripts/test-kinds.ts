import { runChecks } from './checks/run-checks.ts'
import { runStories } from './test-stories.ts'
import { runVitest } from './test-vitest.ts'
import type { Tally } from './tally.ts'

export interface Kind {
  name: 'checks' | 'unit' | 'cli' | 'stories' | 'deep'
  title: string
  /** on two cores */
  budgetSeconds?: number
  /** what it can't do without; PostgreSQL it can: those tests skip themselves */
  needs?: 'awsCli' | 'browser'
  usesPostgres?: true
  run: (env: NodeJS.ProcessEnv) => Promise<Tally>
}

export const kinds: Kind[] = [
  { name: 'checks', title: 'checks', budgetSeconds: 120, run: runChecks },
  {
    name: 'unit',
    title: 'unit, verb, emulator',
    budgetSeconds: 240,
    usesPostgres: true,
    run: (env) => runVitest('unit', env),
  },
  { name: 'cli', title: 'AWS CLI', budgetSeconds: 60, needs: 'awsCli', run: (env) => runVitest('cli', env) },
  { name: 'stories', title: 'stories', budgetSeconds: 300, needs: 'browser', run: runStories },
  { name: 'deep', title: 'deep', usesPostgres: true, run: (env) => runVitest('deep', env) },
]

/**
 * All but the deep kind; `--deep` adds it; `--only checks,unit` names what to run, and may be given again.
 * @throws Error with a sentence for the person at the keyboard
 */
export function chooseKinds(args: readonly string[]): Kind[] {
  const only: string[] = []
  let deep = false
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--deep') deep = true
    else if (args[at] === '--only') only.push(...(args[(at += 1)] ?? '').split(','))
    else throw new Error(`I know --deep and --only ${names.join('|')}, not ${args[at]}`)
  }
  const unknown = only.find((name) => !names.some((it) => it === name))
  if (unknown !== undefined) throw new Error(`--only takes ${names.join(', ')}, not "${unknown}"`)
  return kinds.filter(({ name }) => only.includes(name) || (name === 'deep' ? deep : only.length === 0))
}

const names = kinds.map(({ name }) => name)
