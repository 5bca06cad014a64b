import type { PatchOperation } from '@aws-sdk/client-api-gateway'
import { validationError } from '../aws-error.ts'

const known = ['add', 'remove', 'move', 'test', 'replace', 'copy']

/**
 * The framework's check before an update looks at any path: every unknown `op` is listed, in the recorded order of the
 * enum. `inputName` is such as `updateStageInput`.
 */
export function checkOps(inputName: string, operations: PatchOperation[] | undefined): PatchOperation[] {
  const broken = (operations ?? []).flatMap(({ op }, index) => {
    const at = `${inputName}.patchOperations.${index + 1}.member.op`
    if (op === undefined || known.includes(op)) return []
    return [
      `Value '${op}' at '${at}' failed to satisfy constraint: Member must satisfy enum value set: [${known.join(', ')}]`,
    ]
  })
  if (broken.length > 0) throw validationError(broken)
  return operations ?? []
}
