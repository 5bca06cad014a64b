import type { Route, RouteDifference } from '@callboard/shared-types/deployments/deployments.schemas'

const keyOf = ({ path, method }: Route) => `${path} ${method}`

/** Routes go by path and method; one that stays is changed where its authorisation or its wish for a key is. */
export function routeDifference(before: Route[], after: Route[]): RouteDifference {
  const old = new Map(before.map((route) => [keyOf(route), route]))
  const kept = new Map(after.map((route) => [keyOf(route), route]))
  const changed = after.flatMap((route) => {
    const was = old.get(keyOf(route))
    const same =
      !was || (was.authorizationType === route.authorizationType && was.apiKeyRequired === route.apiKeyRequired)
    return same ? [] : [{ before: was, after: route }]
  })
  const added = after.filter((route) => !old.has(keyOf(route)))
  return {
    added,
    removed: before.filter((route) => !kept.has(keyOf(route))),
    changed,
    unchangedCount: after.length - added.length - changed.length,
  }
}
