import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useMatches, useParams } from '@tanstack/react-router'
import type { ApiKind } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'

/** Where the page lies, from its URL. */
export function useCrumbs() {
  const { connection, kind, apiId, stage, changeId } = useParams({ strict: false })
  const place = useMatches({
    select: (matches) => /^\/_app\/(activity|connections)/.exec(matches.at(-1)?.routeId ?? '')?.[1],
  })
  const of = connection && kind && apiId ? { connection, kind: kind as ApiKind, apiId } : undefined
  const ofStage = useQuery(api.stages.get.queryOptions({ input: of && stage ? { ...of, stage } : skipToken }))
  const ofApi = useQuery(api.apis.get.queryOptions({ input: of && !stage ? of : skipToken }))
  if (place === 'activity') {
    const activity = { key: 'activity', node: changeId ? <Link to="/activity">Activity</Link> : 'Activity' }
    return changeId ? [activity, { key: 'change', node: 'Change' }] : [activity]
  }
  if (place === 'connections') return [{ key: 'connections', node: 'Connections' }]
  if (!of) return [{ key: 'fleet', node: 'Fleet' }]
  const fleet = { key: 'fleet', node: <Link to="/">Fleet</Link> }
  const name = ofStage.data?.apiName ?? ofApi.data?.apiName ?? <span className="font-mono text-xs">{apiId}</span>
  if (!stage) return [fleet, { key: 'api', node: name }]
  const toApi = (
    <Link to="/c/$connection/$kind/$apiId" params={of}>
      {name}
    </Link>
  )
  return [fleet, { key: 'api', node: toApi }, { key: 'stage', node: stage }]
}
