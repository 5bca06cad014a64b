import { environmentOf } from '../lib/environment'
import { StageChip } from './chip'
import { Status } from './status'

interface OpenedStage {
  apiId: string
  apiName: string
  stage: string
  production: boolean
  /** Null where it isn't known. */
  exists: boolean | null
}

/** The stages that a usage plan opens, and which of them are gone. */
export const OpenedStages = ({ stages }: { stages: OpenedStage[] }) => (
  <span className="flex flex-wrap gap-x-3 gap-y-1">
    {stages.length === 0 && <span className="text-ink-3">none: it lets nobody in</span>}
    {stages.map(({ apiId, apiName, stage, production, exists }) => (
      <span key={`${apiId}/${stage}`} className="inline-flex items-center gap-1.5 whitespace-nowrap">
        {apiName} <StageChip stage={stage} environment={environmentOf(stage, production)} />
        {exists === false && (
          <Status icon="bad" tone="bad">
            gone
          </Status>
        )}
      </span>
    ))}
  </span>
)
