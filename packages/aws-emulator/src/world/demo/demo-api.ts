import type { TrafficProfile } from '../traffic-profile.ts'
import type { WorldFunction } from '../world-function.ts'

/** One API of the demo world as data; `build-api.ts` makes it. Instants are hours before the world's beginning. */
export type DemoApi = {
  name: string
  description: string
  createdHoursAgo: number
  tags: Record<string, string>
  functions: WorldFunction[]
  releases: DemoRelease[]
  /** What people changed on stages besides, oldest first. */
  changes?: DemoChange[]
  stages: DemoStage[]
}

export type DemoRelease = {
  hoursAgo: number
  /** What people write who deploy; without it nobody can tell who it was. */
  description?: string
  routes: DemoRoute[]
  /** Stages that this release went to, and when; one that comes again was rolled back to it. */
  to: { stage: string; hoursAgo: number }[]
  canary?: { stage: string; hoursAgo: number; percent: number; overrides: Record<string, string> }
}

export type DemoChange = {
  stage: string
  hoursAgo: number
  /** Path to value, as `UpdateStage` takes them. */
  patch: Record<string, string>
  /** How long a change of the cache cluster takes, where the demo wants one to be seen. */
  cacheChangeSeconds?: number
}

export type DemoRoute = {
  verb: string
  path: string
  /** Function and version or alias, such as `orders-api:${stageVariables.lambdaAlias}`; without it the route is a MOCK. */
  calls?: string
  apiKeyRequired?: boolean
  authorizationType?: 'AWS_IAM'
}

export type DemoStage = {
  name: string
  description: string
  variables: Record<string, string>
  /** Those that begin with `aws:` are put there by AWS itself. `{account}` and `{region}` are filled in. */
  tags: Record<string, string>
  /** Method settings and the like, path to value. */
  settings: Record<string, string>
  /** Without it nobody calls. */
  traffic?: TrafficProfile
}
