import { z } from 'zod'
import { apiKinds, patterns } from './patterns.ts'

export const ApiKind = z.enum(apiKinds)
export type ApiKind = z.infer<typeof ApiKind>

/** The nickname of a configured account and region, as in `/c/{connection}/…`. Never stored without what it stands for. */
export const ConnectionName = z.string().regex(patterns.connectionName)

export const ApiId = z.string().regex(patterns.apiId)

export const StageName = z.string().regex(patterns.stageName)

export const DeploymentId = z.string().regex(patterns.deploymentId)

/** Where a stage is, as a URL says it. */
export const StageAddress = z.object({
  connection: ConnectionName,
  kind: ApiKind,
  apiId: ApiId,
  stage: StageName,
})
export type StageAddress = z.infer<typeof StageAddress>

/** What a stage is: the same whatever a connection is called today. Rows and events carry this. */
export const StageRef = z.object({
  accountId: z.string(),
  region: z.string(),
  kind: ApiKind,
  apiId: ApiId,
  stage: StageName,
})
export type StageRef = z.infer<typeof StageRef>

/** One string for one stage, for locks, cache keys and comparing. */
export const stageKey = (ref: StageRef): string =>
  `${ref.accountId}/${ref.region}/${ref.kind}/${ref.apiId}/${ref.stage}`
