import { variablesOf, type AccessFormat } from '../aws/access-format.ts'
import { fieldFor, parseCommands, quotedField } from '../aws/insights-fields.ts'

/** What failed calls are counted by, as the access log's variables; where the first is missing the next serves. */
const wanted = {
  status: ['status'],
  method: ['httpMethod'],
  path: ['resourcePath', 'path'],
  key: ['identity.apiKeyId'],
  reason: ['error.responseType'],
} as const

export type Part = keyof typeof wanted
const parts = Object.keys(wanted) as Part[]

/** What a format lacks for a break-down, as AWS's names of the variables. */
export function lackingFor(format: AccessFormat): string[] {
  const has = variablesOf(format)
  return parts.filter((part) => !wanted[part].some((name) => has.has(name))).map((part) => wanted[part][0])
}

const mostRows = 10_000

/** @returns null where the format has no status */
export function breakdownQuery(format: AccessFormat): string | null {
  const found = fieldNames(format)
  if (!found.status) return null
  return [
    ...parseCommands(format),
    `filter ${quotedField(found.status)} >= 400`,
    `stats count(*) as n by ${Object.values(found).map(quotedField).join(', ')}`,
    'sort n desc',
    `limit ${mostRows}`,
  ].join('\n| ')
}

/** What a row of the query says. */
export function readRow(
  format: AccessFormat,
  row: Record<string, string>,
): Partial<Record<Part, string>> & { n: number } {
  const values = Object.entries(fieldNames(format)).map(([part, field]) => [part, row[field]] as const)
  return { ...Object.fromEntries(values.filter(([, value]) => value && value !== '-')), n: Number(row.n ?? 0) }
}

function fieldNames(format: AccessFormat): Partial<Record<Part, string>> {
  const found = parts.map((part) => [part, wanted[part].map((name) => fieldFor(format, name)).find(Boolean)])
  return Object.fromEntries(found.filter(([, name]) => name !== undefined)) as Partial<Record<Part, string>>
}
