import type { AwsOperation } from '@callboard/shared-types/changes/plan.schemas'
import type { SeenKey } from '../aws/api-keys.reader.ts'
import type { AwsConnection } from '../aws/connections.ts'
import type { KeyConfig } from '../aws/key-patch.ts'
import type { Wish } from './wish.ts'

/** A key, its tags, and the plans it is in, by their ids. */
export interface KeyState extends KeyConfig {
  tags: Record<string, string>
  plans: Record<string, 'API_KEY'>
}

/** What a verb about a key is given to think with. */
export interface KeyPresent {
  connection: AwsConnection
  /** Undefined where it isn't there. */
  key: SeenKey | undefined
  /** ABSENT where it isn't there. */
  state: KeyState
}

/** What a verb wants of a key. */
export interface KeyDraft extends Wish {
  /** Null: the key gone. */
  state: KeyState | null
  /** What stands for the value of one that is to be made. */
  value?: '$VALUE'
  /** Operations that leave nothing on the key to be seen by, such as one that reads its value. */
  sends?: AwsOperation[]
}

/** In normal form: an empty text is absent. */
export function keyState({ name, description, customerId, enabled, tags }: SeenKey, planIds: string[]): KeyState {
  return {
    ...(name && { name }),
    ...(description && { description }),
    ...(customerId && { customerId }),
    enabled,
    tags,
    plans: Object.fromEntries(planIds.map((id) => [id, 'API_KEY'])),
  }
}
