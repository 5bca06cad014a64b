import type { PlanUsage } from '@callboard/shared-types/plans/usage.schemas'

/** A field of a CSV file; one that a spreadsheet would take for a formula gets an apostrophe before it. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row for each key and day that is known. @param days of the usage, in its order */
export function usageCsv({ keys }: PlanUsage, days: string[]): string {
  const rows = keys.flatMap(({ keyId, name, owner, used }) =>
    used.flatMap((value, n) =>
      value === null ? [] : [[days[n]!, keyId, field(name), field(owner ?? ''), String(value)].join(',')],
    ),
  )
  return ['day,keyId,name,owner,calls', ...rows].join('\r\n') + '\r\n'
}

export const usageJson = ({ planId, keys, asOf }: PlanUsage, days: string[]): string =>
  JSON.stringify(
    {
      planId,
      asOf,
      days,
      keys: keys.map(({ keyId, name, owner, used, quota }) => ({ keyId, name, owner, calls: used, quota })),
    },
    null,
    2,
  )
