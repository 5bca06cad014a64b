import type { ApiKeyIds, ImportApiKeysRequest } from '@aws-sdk/client-api-gateway'
import { badRequest, AwsError } from '../lib/aws-error.ts'
import { epochSeconds } from '../lib/clock.ts'
import { csvRows } from '../lib/csv.ts'
import { lenientBoolean } from '../lib/patch/apply-patch.ts'
import { checkKeyTexts, checkKeyValue } from './api-keys.ts'
import type { Call } from './call.ts'
import { addApiKey } from './create-api-key.ts'
import { kinds, type ApiKeyRecord } from './records.ts'
import { addPlanKey } from './usage-plan-keys.ts'

type KeyRow = { name: string; key: string; description?: string; enabled: boolean; usagePlanIds: string[] }

/**
 * Keys from a CSV file (documented: column names in any case and order, `Enabled` true by default, a value that exists is
 * overwritten). What is wrong with a row becomes a warning, and with `failonwarnings` refuses all; sentences guessed.
 */
export function importApiKeys(call: Call, input: ImportApiKeysRequest): ApiKeyIds {
  if (input.format !== 'csv') throw badRequest('Invalid API Key import format specified. Must be one of: [csv]')
  const ids: string[] = []
  const warnings: string[] = []
  const byValue = new Map(call.unit.list<ApiKeyRecord>(kinds.apiKey).map((key) => [key.value, key]))
  for (const row of keyRows(Buffer.from(input.body ?? []).toString('utf8'))) {
    try {
      const key = importKey(call, row, byValue.get(row.key))
      const { id } = key
      byValue.set(key.value, key)
      ids.push(id)
      for (const planId of row.usagePlanIds) attempt(warnings, () => addPlanKey(call, planId, id))
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      warnings.push(`${row.name}: ${error.message}`)
    }
  }
  if (input.failOnWarnings && warnings.length > 0)
    throw badRequest(`Warnings found during import: ${warnings.join('; ')}`)
  return { ids, warnings }
}

function attempt(warnings: string[], run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    warnings.push(error.message)
  }
}

function keyRows(text: string): KeyRow[] {
  const [header = [], ...rows] = rowsOf(text)
  const names = header.map((name) => name.trim().toLowerCase())
  for (const required of ['name', 'key']) {
    if (!names.includes(required)) throw badRequest(`API Key import file is missing the required column ${required}`)
  }
  return rows.map((row) => {
    const at = (name: string) => row[names.indexOf(name)]?.trim()
    return {
      name: at('name') ?? '',
      key: at('key') ?? '',
      description: at('description'),
      enabled: lenientBoolean(at('enabled') || 'true'),
      usagePlanIds: (at('usageplanids') ?? '').split(',').flatMap((id) => id.trim() || []),
    }
  })
}

function rowsOf(text: string): string[][] {
  try {
    return csvRows(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw badRequest(`API Key import file can't be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function importKey(
  call: Call,
  { name, key: value, description, enabled }: KeyRow,
  known: ApiKeyRecord | undefined,
): ApiKeyRecord {
  checkKeyTexts({ name, description })
  checkKeyValue(value)
  if (!known) return addApiKey(call, { name, value, description, enabled })
  const key = { ...known, name: name || undefined, description, enabled, lastUpdatedDate: epochSeconds(call.now) }
  call.unit.put(kinds.apiKey, key.id, key)
  return key
}
