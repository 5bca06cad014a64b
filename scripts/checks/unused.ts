import { bin, runProgram } from '../run-program.ts'
import type { Check } from './check.ts'

export const unused: Check = {
  name: 'unused files, exports and dependencies (knip)',
  run: async () => {
    const reporters = ['--reporter', 'symbols', '--reporter', './scripts/checks/knip-count.ts']
    const { code, output } = await runProgram(bin('knip'), ['--no-progress', '--no-config-hints', ...reporters])
    const count = /^knip looked at (\d+) files$/m.exec(output)
    const problems = output.replace(count?.[0] ?? '', '').trim()
    return { looked: Number(count?.[1] ?? 0), of: 'files', problems: code === 0 ? [] : [problems] }
  },
}
