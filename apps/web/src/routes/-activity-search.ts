import * as v from 'valibot'
import { changeStatuses } from '@callboard/shared-types/changes/change-statuses'
import { textUpTo } from '../lib/search'

/** The filter of an activity list, as the URL has it. */
export const activitySearch = {
  text: textUpTo(100),
  status: v.picklist(changeStatuses),
}
