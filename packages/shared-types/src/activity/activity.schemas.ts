import { z } from 'zod'
import { Change, ChangeStatus } from '../changes/change.schemas.ts'
import { Instant } from '../lib/instant.schemas.ts'
import { Cursor, PageInput } from '../lib/paging.ts'
import { ApiId, ApiKind, ConnectionName, StageName, StageRef } from '../lib/stage-ref.ts'

export const ActivityFilter = PageInput.extend({
  connection: ConnectionName.optional(),
  kind: ApiKind.optional(),
  apiId: ApiId.optional(),
  stage: StageName.optional(),
  status: ChangeStatus.optional(),
  /** Part of a title, a reason or a name. */
  text: z.string().max(100).optional(),
})
export type ActivityFilter = z.infer<typeof ActivityFilter>

export const ActivityPage = z.object({ items: z.array(Change), nextCursor: Cursor.nullable() })
export type ActivityPage = z.infer<typeof ActivityPage>

/** What the event stream carries. */
export const LiveEvent = z.discriminatedUnion('type', [
  /** A change began, went on or ended. */
  z.object({ type: z.literal('change'), change: Change }),
  /** A stage was seen to differ from what it was at the last look; nobody here did it. */
  z.object({ type: z.literal('stage_moved'), stage: StageRef, fields: z.array(z.string()) }),
  /** The world clock was set or its speed changed. */
  z.object({ type: z.literal('clock'), worldNow: Instant, worldSpeed: z.number() }),
  /** Events were missed: fetch anew what is shown. */
  z.object({ type: z.literal('gap') }),
])
export type LiveEvent = z.infer<typeof LiveEvent>
