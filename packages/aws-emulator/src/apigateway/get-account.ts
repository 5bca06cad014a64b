import type { Account, GetAccountRequest } from '@aws-sdk/client-api-gateway'
import { accountOf, accountOutput } from './accounts.ts'
import type { Call } from './call.ts'

export function getAccount(call: Call, _input: GetAccountRequest): Account {
  return accountOutput(accountOf(call))
}
