import { bin, runProgram } from '../run-program.ts'
import type { Check } from './check.ts'

export const lint: Check = {
  name: 'lint (oxlint, type-aware)',
  run: async () => {
    const { code, output } = await runProgram(bin('oxlint'), [])
    const looked = Number(/on (\d+) files/.exec(output)?.[1] ?? 0)
    return { looked, of: 'files', problems: code === 0 ? [] : [output.trim()] }
  },
}
