import { z } from 'zod'

/** The kinds of API that Amazon API Gateway has and Callboard shows. */
export const ApiKind = z.enum(['rest'])
export type ApiKind = z.infer<typeof ApiKind>

/** The nickname of a configured account and region, as in `/c/{connection}/…`. Never stored without what it stands for. */
export const ConnectionName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/)

/** AWS: 10 characters of a-z and 0-9; kept wider for AWS-compatible servers. */
export const ApiId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** AWS: letters, digits, `-` and `_`, at most 128 (CreateStage in the API model). */
export const StageName = z.string().regex(/^[A-Za-z0-9_$-]{1,128}$/)

export const DeploymentId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

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
