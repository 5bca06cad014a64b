import { z } from 'zod'
import { ChangeStatus } from '@callboard/shared-types/changes/change.schemas'

/** The filter of an activity list, as the URL has it. */
export const activitySearch = z.object({
  text: z.string().max(100).optional().catch(undefined),
  status: ChangeStatus.optional().catch(undefined),
})
