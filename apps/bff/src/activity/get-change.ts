import type { ChangeDetail } from '@callboard/shared-types/changes/change.schemas'
import { changeDetail } from '../changes/change-view.ts'
import type { Ctx } from '../lib/context.ts'
import { notFound } from '../lib/errors.ts'

/** @throws not_found */
export async function getChange({ engine }: Ctx, { changeId }: { changeId: string }): Promise<ChangeDetail> {
  const change = await engine.store.get(changeId)
  if (!change) throw notFound('change', changeId)
  return changeDetail(change, await engine.rows.of(changeId))
}
