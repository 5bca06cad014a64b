import type { ApiKey } from '@aws-sdk/client-api-gateway'
import { badRequest, conflict, notFound } from '../lib/aws-error.ts'
import { dateOf } from '../lib/clock.ts'
import type { Call } from './call.ts'
import { kinds, type ApiKeyRecord } from './records.ts'

export function findApiKey({ unit }: Call, apiKey: string | undefined): ApiKeyRecord {
  const found = unit.get<ApiKeyRecord>(kinds.apiKey, apiKey ?? '')
  if (!found) throw notFound('Invalid API Key identifier specified')
  return found
}

export type ShownKey = { value?: boolean; tags?: boolean }

/** The value comes only where it is asked for, `tags: {}` only with reads and updates (recorded). */
export function apiKeyOutput({ value, tags, switched: _, ...key }: ApiKeyRecord, shown: ShownKey): ApiKey {
  return {
    ...key,
    value: shown.value ? value : undefined,
    tags: shown.tags ? (tags ?? {}) : tags,
    createdDate: dateOf(key.createdDate),
    lastUpdatedDate: dateOf(key.lastUpdatedDate),
    stageKeys: key.stageKeys ?? [],
  }
}

/** Sentences recorded. */
export function checkKeyTexts({ name = '', description = '' }: { name?: string; description?: string }): void {
  if (name.length > 1024) throw badRequest('Invalid API Key name, can be at most 1024 characters.')
  if (description.length > 125_000) throw badRequest('Invalid API Key description specified.')
}

/** Sentences recorded. */
export function checkKeyValue(value: string): void {
  if (value.length < 20) throw badRequest('API Key value should be at least 20 characters')
  if (value.length > 128) throw badRequest('API Key value exceeds maximum size of 128 characters')
}

function keyWithValue({ unit }: Call, value: string): ApiKeyRecord | undefined {
  return unit.list<ApiKeyRecord>(kinds.apiKey).find((key) => key.value === value)
}

/** Unique per account and region; sentence recorded. */
export function checkValueIsNew(call: Call, value: string): void {
  if (keyWithValue(call, value)) throw conflict('API Key already exists')
}
