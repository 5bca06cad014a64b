import { noAmbientClock } from './no-ambient-clock.ts'
import { noComputedImport } from './no-computed-import.ts'

/** Rules of this house that oxlint doesn't bring along. */
export default {
  meta: { name: 'callboard' },
  rules: { 'no-ambient-clock': noAmbientClock, 'no-computed-import': noComputedImport },
}
