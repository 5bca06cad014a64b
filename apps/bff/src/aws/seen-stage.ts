import type { Stage } from '@aws-sdk/client-api-gateway'
import type { StageConfig } from '@callboard/shared-types/stages/stages.schemas'
import { configOf } from './stage-config.ts'

/** A stage as AWS answers it, with its config in normal form. Instants are epoch milliseconds. */
export interface SeenStage {
  name: string
  config: StageConfig
  createdMs: number
  updatedMs: number
  cacheClusterStatus: string
  tags: Record<string, string>
  /** Of AWS WAF, which is where it's put on and taken off. */
  webAclArn?: string
}

export const seenStage = (stage: Stage): SeenStage => ({
  name: stage.stageName ?? '',
  config: configOf(stage),
  createdMs: stage.createdDate?.getTime() ?? 0,
  updatedMs: stage.lastUpdatedDate?.getTime() ?? 0,
  cacheClusterStatus: stage.cacheClusterStatus ?? 'NOT_AVAILABLE',
  tags: stage.tags ?? {},
  ...(stage.webAclArn && { webAclArn: stage.webAclArn }),
})
