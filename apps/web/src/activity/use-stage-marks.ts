import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fromInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import type { ChartMark } from '../ui/charts/chart'

/** Instants of AWS and of ours that are no further apart are of one act. */
const oneAct = 120_000

/** What happened to a stage, for its charts: every change done here, when the deployments it is known to
 * have run were made, and when it was last changed by somebody else. */
export function useStageMarks(address: StageAddress): ChartMark[] {
  const activity = useQuery(api.activity.list.queryOptions({ input: { ...address, limit: 100 } }))
  const deployments = useQuery(api.deployments.list.queryOptions({ input: address, staleTime: 30_000 }))
  const seen = useQuery(api.stages.get.queryOptions({ input: address }))
  return useMemo(() => {
    const { connection, kind, apiId, stage } = address
    const known = deployments.data?.items ?? []
    const live = known.find(({ liveOn }) => liveOn.includes(stage))?.id
    /** The way back to what ran before, offered only where the mark's deployment is what runs now. */
    const rollBack = (ran: string | null | undefined, before: string | null | undefined) => {
      if (!ran || !before || ran !== live || !known.some(({ id }) => id === before)) return {}
      const name = known.find(({ id }) => id === before)?.label ?? before
      const link = {
        to: '/c/$connection/$kind/$apiId/stages/$stage/deployments',
        params: { connection, kind, apiId, stage },
        search: { rollBack: before },
      } as const
      return { actions: [{ label: `Roll back to ${name}…`, link }] }
    }
    const done = (activity.data?.items ?? []).filter(({ status }) => status === 'done' || status === 'partly_done')
    const isMove = ({ field }: { field: string }) => field === 'deploymentId'
    // The newest that moved the stage brought what runs now.
    const lastMove = done.find(({ changes }) => changes.some(isMove))?.id
    const marks: ChartMark[] = done.map(({ id, title, at, endedAt, actor, changes }) => {
      const moved = changes.find(isMove)
      return {
        at: fromInstant(endedAt ?? at),
        text: `${title}, ${actor.name}`,
        link: { to: '/activity/$changeId', params: { changeId: id } },
        ...rollBack(id === lastMove ? live : null, moved?.before),
      }
    })
    const ran = new Set(
      activity.data?.items.flatMap(({ changes }) =>
        changes.flatMap(({ field, before, after }) => (field === 'deploymentId' ? [before, after] : [])),
      ),
    )
    for (const [n, { id, label, by, createdAt, liveOn }] of known.entries()) {
      if (!liveOn.includes(stage) && !ran.has(id)) continue
      marks.push({
        at: fromInstant(createdAt),
        text: `${label ?? id} created${by ? `, ${by}` : ''}`,
        link: {
          to: '/c/$connection/$kind/$apiId/stages/$stage/deployments',
          params: { connection, kind, apiId, stage },
        },
        ...rollBack(id, known[n + 1]?.id),
      })
    }
    const updatedAt = activity.data && deployments.data && seen.data?.updatedAt
    if (updatedAt && !marks.some(({ at }) => Math.abs(at - fromInstant(updatedAt)) < oneAct)) {
      marks.push({
        at: fromInstant(updatedAt),
        text: 'changed outside Callboard',
        link: {
          to: '/c/$connection/$kind/$apiId/stages/$stage/deployments',
          params: { connection, kind, apiId, stage },
        },
        ...rollBack(live, known[known.findIndex(({ id }) => id === live) + 1]?.id),
      })
    }
    return marks
  }, [activity.data, deployments.data, seen.data, address])
}
