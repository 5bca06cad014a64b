import type { ChangeStatus } from '@callboard/shared-types/changes/change.schemas'

/** What an activity list is filtered by. */
export interface ActivitySearch {
  text?: string | undefined
  status?: ChangeStatus | undefined
}
