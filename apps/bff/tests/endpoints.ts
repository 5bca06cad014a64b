export interface DeclaredEndpoint {
  /** Such as `deployments.rollBack`. */
  name: string
  method: string
  path: string
  errors: Record<string, { status: number }>
}

interface Procedure {
  '~orpc': { route: { method: string; path: string }; errorMap: DeclaredEndpoint['errors'] }
}

/** Every endpoint of the contract, so that a test can't forget one. */
export function declaredEndpoints(contract: object, prefix = ''): DeclaredEndpoint[] {
  return Object.entries(contract as Record<string, object>).flatMap(([key, part]) => {
    if (!('~orpc' in part)) return declaredEndpoints(part, `${prefix}${key}.`)
    const { route, errorMap } = (part as Procedure)['~orpc']
    return [{ name: prefix + key, method: route.method, path: `/api${route.path}`, errors: errorMap }]
  })
}

/** The path with its `{parameters}` filled in. */
export const pathFor = (path: string, params: Record<string, string>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'x'))

/** What some writing endpoints can't do without; the others overlook it. */
export const neededInputs = {
  percentTraffic: 5,
  edits: {},
  key: {},
  plan: {},
  csv: 'name,key',
  at: null,
  deleteAfterDays: 1,
  rotation: { overlapHours: 1, deleteAfterDays: 1 },
  remaining: 5,
  value: 'a-value-of-a-key-that-is-none',
  moment: '2026-11-24T12:00:00.000Z',
  fromStage: 'qa',
  parts: ['variables'],
}

const rule = {
  metric: '5XXError',
  statistic: 'Average',
  comparison: 'GreaterThanThreshold',
  threshold: 0.05,
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
}

/** The same of reading endpoints, by name. */
export const neededQueries: Record<string, string> = {
  'alarms.rehearse': `?rule=${encodeURIComponent(JSON.stringify(rule))}`,
  'deployments.compare': '?from=d1&to=d2',
  'plans.whatIf': '?at=abc:dev',
  'keys.why': '?method=GET&path=/',
}
