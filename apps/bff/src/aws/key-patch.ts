import type { ApiKey, PatchOperation } from '@aws-sdk/client-api-gateway'
import { longestDescription, longestName } from '@callboard/shared-types/keys/key-rules'
import { Patch, type Unreachable } from './patch.ts'

/** All of a key that a person can set, but for its value, its plans and its tags, which are calls of their own. */
export interface KeyConfig {
  name?: string
  description?: string
  /** AWS Marketplace's. */
  customerId?: string
  enabled: boolean
}

/** A key in normal form: an empty text is absent. */
export const keyConfigOf = ({ name, description, customerId, enabled = false }: ApiKey): KeyConfig => ({
  ...(name && { name }),
  ...(description && { description }),
  ...(customerId && { customerId }),
  enabled,
})

const texts = ['name', 'description', 'customerId'] as const
const longest = { name: longestName, description: longestDescription, customerId: 1024 }

/** The operations that turn one key into exactly the other, in one UpdateApiKey; there is no `remove`, so what goes is emptied. */
export function keyPatch(
  before: KeyConfig,
  after: KeyConfig,
): { operations: PatchOperation[]; unreachable: Unreachable[] } {
  const patch = new Patch()
  for (const field of texts) {
    const value = after[field] ?? ''
    if (value.length > longest[field]) patch.cannot(field, `It has at most ${longest[field]} characters`)
    else if (value !== (before[field] ?? '')) patch.replace([field], value)
  }
  if (after.enabled !== before.enabled) patch.replace(['enabled'], after.enabled)
  return patch.unreachable.length > 0 ? { operations: [], unreachable: patch.unreachable } : patch
}
