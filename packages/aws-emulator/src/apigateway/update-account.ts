import type { Account, UpdateAccountRequest } from '@aws-sdk/client-api-gateway'
import { badRequest } from '../lib/aws-error.ts'
import { applyPatch, type PatchRule } from '../lib/patch/apply-patch.ts'
import { checkOps } from '../lib/patch/operations.ts'
import { refusePatch } from '../lib/patch/refuse-patch.ts'
import { accountOf, accountOutput } from './accounts.ts'
import type { Call } from './call.ts'
import { kinds, type AccountRecord } from './records.ts'

const rules: PatchRule<AccountRecord>[] = [
  { path: '/cloudwatchRoleArn', replace: setRole },
  { path: '/features', add: addFeature },
]

export function updateAccount(call: Call, input: UpdateAccountRequest): Account {
  const operations = checkOps('updateAccountInput', input.patchOperations)
  const account = applyPatch(rules, accountOf(call), operations, refusePatch)
  call.unit.put(kinds.account, 'account', account)
  return accountOutput(account)
}

/** Any ARN of a role will do: there is no IAM here. An empty value takes the role away (guessed). */
function setRole(account: AccountRecord, { value }: { value: string }): void {
  if (value === '') return void delete account.cloudwatchRoleArn
  if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(value)) {
    throw badRequest(
      'The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.',
    )
  }
  account.cloudwatchRoleArn = value
}

/** The one feature there is, which every account has already (documented); the sentence is guessed. */
function addFeature(_account: AccountRecord, { value }: { value: string }): void {
  if (value !== 'UsagePlans') throw badRequest(`Invalid feature specified: ${value}`)
}
