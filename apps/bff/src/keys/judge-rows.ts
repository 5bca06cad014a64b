import { longestName, valueProblem } from '@callboard/shared-types/keys/key-rules'
import type { ImportRow } from '@callboard/shared-types/keys/import.schemas'
import type { SeenPlan } from '../aws/usage-plans.reader.ts'
import type { CsvKey } from './parse-keys-csv.ts'
import { planRefusal } from './plans-wanted.ts'

export interface World {
  plans: SeenPlan[]
  /** The key that has a value already, by name. */
  takenBy(value: string): string | undefined
}

/** What becomes of each row: AWS overwrites a key whose value is in the file (API key file format). */
export function judgeRows(rows: CsvKey[], world: World): ImportRow[] {
  const first = new Map<string, number>()
  return rows.map((row) => {
    const { line, name, value } = row
    const twin = first.get(value)
    if (twin === undefined) first.set(value, line)
    const refusal = twin !== undefined ? `Its value is that of line ${twin}` : problemOf(row, world)
    if (refusal) return { line, name, verdict: 'refused', text: refusal }
    const taken = world.takenBy(value)
    if (taken !== undefined)
      return {
        line,
        name,
        verdict: 'overwrites',
        text: `Its value is that of ${taken}, whose name, description and state become these`,
      }
    return { line, name, verdict: 'new', text: '' }
  })
}

function problemOf({ name, value, enabled, planIds }: CsvKey, { plans }: World): string | null {
  if (!name) return 'It has no name'
  if (name.length > longestName) return `Its name has more than ${longestName} characters`
  const value_ = value === '' ? 'It has no key' : valueProblem(value)
  if (value_) return value_
  if (!/^(true|false)?$/i.test(enabled)) return 'Enabled is true or false'
  return planRefusal(plans, [...new Set(planIds)])?.reason ?? null
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The rows as AWS takes them: what a spreadsheet did to the file is gone. */
export function csvOf(rows: CsvKey[]): string {
  const lines = rows.map(({ name, value, description, enabled, planIds }) =>
    [name, value, description, enabled.toLowerCase() || 'true', planIds.join(',')].map(quoted).join(','),
  )
  return ['name,key,description,enabled,usageplanIds', ...lines].join('\n')
}
