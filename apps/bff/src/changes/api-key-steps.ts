import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import { keyPatch } from '../aws/key-patch.ts'
import type { Unreachable } from '../aws/patch.ts'
import { apiKeyArn } from '../aws/tag-patch.ts'
import type { KeyDraft, KeyState } from './api-key-draft.ts'
import { accountOperation } from './operations.ts'
import { placeholders } from './placeholders.ts'
import type { Path } from './rows.ts'
import { ABSENT, isAbsent } from './absent.ts'
import type { Steps } from './subject.ts'
import { tagSteps } from './tag-steps.ts'

/** @param id undefined where there is no key yet */
export function apiKeySteps(
  region: string,
  id: string | undefined,
  present: KeyState,
  { state: wanted, value, sends = [] }: KeyDraft,
): Steps {
  const operations: AwsOperation[] = []
  const unreachable: Unreachable[] = []
  const path: Path = [present]
  const add = (operation: AwsOperation, after: object) => {
    operations.push(operation)
    path.push(after)
  }
  if (wanted === null) {
    // AWS takes it out of its plans as well (recorded).
    if (id) add(accountOperation('DeleteApiKey', { apiKey: id }), ABSENT)
    // What isn't about a single key, such as an import.
    for (const operation of sends) add(operation, ABSENT)
    return { path, operations, unreachable }
  }
  let now = present
  if (isAbsent(present)) {
    if (!value)
      unreachable.push({
        field: 'value',
        reason: 'A key that was deleted is gone with its value; make a new one instead',
      })
    now = { ...wanted, plans: {} }
    add(createKey(now, value), now)
  }
  const keyId = id ?? placeholders.CreateApiKey
  const patch = keyPatch(now, wanted)
  unreachable.push(...patch.unreachable)
  if (patch.operations.length > 0) {
    now = { ...wanted, tags: now.tags, plans: now.plans }
    add(accountOperation('UpdateApiKey', { apiKey: keyId, patchOperations: patch.operations }), now)
  }
  for (const { operation, after } of tagSteps(apiKeyArn(region, keyId), now.tags, wanted.tags)) {
    now = { ...now, tags: after }
    add(operation, now)
  }
  // Out first: AWS has a key in one plan of a stage only.
  for (const usagePlanId of Object.keys(now.plans).filter((plan) => !(plan in wanted.plans))) {
    const { [usagePlanId]: _, ...plans } = now.plans
    now = { ...now, plans }
    add(accountOperation('DeleteUsagePlanKey', { usagePlanId, keyId }), now)
  }
  for (const usagePlanId of Object.keys(wanted.plans).filter((plan) => !(plan in now.plans))) {
    now = { ...now, plans: { ...now.plans, [usagePlanId]: 'API_KEY' } }
    add(accountOperation('CreateUsagePlanKey', { usagePlanId, keyId, keyType: 'API_KEY' }), now)
  }
  for (const operation of sends) add(operation, now)
  return { path, operations, unreachable }
}

const createKey = ({ name, description, customerId, enabled, tags }: KeyState, value: string | undefined) =>
  accountOperation('CreateApiKey', {
    name,
    ...(description && { description }),
    ...(customerId && { customerId }),
    enabled,
    ...(Object.keys(tags).length > 0 && { tags }),
    ...(value && { value }),
  })
