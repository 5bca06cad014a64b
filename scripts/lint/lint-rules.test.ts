import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'

import { noAmbientClock } from './no-ambient-clock.ts'
import { noComputedImport } from './no-computed-import.ts'

RuleTester.describe = describe
RuleTester.it = it

new RuleTester().run('no-ambient-clock', noAmbientClock, {
  valid: ['new Date(ms)', 'Date.parse(text)', 'clock.now()', 'const at = input instanceof Date'],
  invalid: ['Date.now()', 'const now = Date.now', 'new Date()', 'Date()'].map((code) => ({ code, errors: 1 })),
})

new RuleTester().run('no-computed-import', noComputedImport, {
  valid: ["import('./stages.reader.ts')"],
  invalid: ['import(name)', 'import(`./${name}.ts`)', "import('./stages' + '.writer.ts')"].map((code) => ({
    code,
    errors: 1,
  })),
})
