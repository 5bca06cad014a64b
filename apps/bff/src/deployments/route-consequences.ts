import type { Consequence } from '@callboard/shared-types/changes/plan.schemas'
import type { Route, RouteDifference } from '@callboard/shared-types/deployments/deployments.schemas'

export const routeText = ({ method, path }: Route): string => `${method} ${path}`

const accessText = ({ authorizationType, apiKeyRequired }: Route): string =>
  [authorizationType === 'NONE' ? 'open' : authorizationType, apiKeyRequired ? 'key required' : 'no key'].join(', ')

/** What callers will notice when a stage goes from one set of routes to another. */
export const routeConsequences = ({ added, removed, changed }: RouteDifference): Consequence[] => [
  ...removed.map((route) => ({ label: routeText(route), before: accessText(route), after: null })),
  ...added.map((route) => ({ label: routeText(route), before: null, after: accessText(route) })),
  ...changed.map(({ before, after }) => ({
    label: routeText(after),
    before: accessText(before),
    after: accessText(after),
  })),
]
