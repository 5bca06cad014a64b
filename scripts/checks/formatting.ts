import { bin, runProgram } from '../run-program.ts'
import type { Check } from './check.ts'

export const formatting: Check = {
  name: 'formatting (oxfmt)',
  run: async () => {
    const { code, output } = await runProgram(bin('oxfmt'), ['--check'])
    const looked = Number(/on (\d+) files/.exec(output)?.[1] ?? 0)
    return { looked, of: 'files', problems: code === 0 ? [] : [output.trim(), 'pnpm format puts it right'] }
  },
}
