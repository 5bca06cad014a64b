import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useMatches, useParams } from '@tanstack/react-router'
import type { ApiKind } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'

/** Where the page lies, from its URL. */
export function useCrumbs() {
  const { connection, kind, apiId, stage, changeId, keyId, planId } = useParams({ strict: false })
  const place = useMatches({
    select: (matches) =>
      /^\/_app\/(?:c\/\$connection\/)?(activity|connections|keys|plans|why)/.exec(matches.at(-1)?.routeId ?? '')?.[1],
  })
  const of = connection && kind && apiId ? { connection, kind: kind as ApiKind, apiId } : undefined
  const ofStage = useQuery(api.stages.get.queryOptions({ input: of && stage ? { ...of, stage } : skipToken }))
  const ofApi = useQuery(api.apis.get.queryOptions({ input: of && !stage ? of : skipToken }))
  const account = useAccountCrumbs(place, { connection, keyId, planId })
  if (account) return account
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

/** Of what belongs to an account and region: its keys and plans. */
function useAccountCrumbs(
  place: string | undefined,
  { connection, keyId, planId }: { connection?: string; keyId?: string; planId?: string },
) {
  const ofKey = useQuery(api.keys.get.queryOptions({ input: connection && keyId ? { connection, keyId } : skipToken }))
  const ofPlan = useQuery(
    api.plans.get.queryOptions({ input: connection && planId ? { connection, planId } : skipToken }),
  )
  if (!connection) return null
  const keys = (
    <Link to="/c/$connection/keys" params={{ connection }}>
      API keys
    </Link>
  )
  if (place === 'why')
    return [
      { key: 'keys', node: keys },
      { key: 'why', node: 'Why 403?' },
    ]
  if (place === 'keys')
    return keyId
      ? [
          { key: 'keys', node: keys },
          { key: 'key', node: ofKey.data?.key.name || keyId },
        ]
      : [{ key: 'keys', node: 'API keys' }]
  if (place !== 'plans') return null
  if (!planId) return [{ key: 'plans', node: 'Usage plans' }]
  const plans = (
    <Link to="/c/$connection/plans" params={{ connection }}>
      Usage plans
    </Link>
  )
  return [
    { key: 'plans', node: plans },
    { key: 'plan', node: ofPlan.data?.plan.name ?? planId },
  ]
}
