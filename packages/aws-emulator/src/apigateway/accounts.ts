import type { Account } from '@aws-sdk/client-api-gateway'
import type { Call } from './call.ts'
import { asDouble } from './double.ts'
import { kinds, type AccountRecord } from './records.ts'

export function accountOf({ unit }: Call): AccountRecord {
  return unit.get<AccountRecord>(kinds.account, 'account') ?? {}
}

/** The account defaults of 10,000 a second, burst 5,000; `apiKeyVersion` is from memory. */
export function accountOutput({ cloudwatchRoleArn }: AccountRecord): Account {
  return {
    cloudwatchRoleArn,
    throttleSettings: { burstLimit: 5000, rateLimit: asDouble(10000) },
    features: ['UsagePlans'],
    apiKeyVersion: '4',
  }
}
