import type { Route } from '@callboard/shared-types/deployments/deployments.schemas'
import type { SeenKey } from '../aws/api-keys.reader.ts'
import type { SeenApi } from '../aws/rest-apis.reader.ts'
import type { SeenStage } from '../aws/seen-stage.ts'

/** AWS takes up to about two minutes to tell its gateways of a key (usage plan facts, 3.7). */
const heardAfterMs = 120_000

interface Seen {
  nowMs: number
  key: SeenKey | undefined
  api: SeenApi | undefined
  stage: SeenStage | undefined
  route: Route | undefined
}

/** What the walk doesn't tell, and may still be the reason. */
export function whyNotes({ nowMs, key, api, stage, route }: Seen): string[] {
  const notes: string[] = []
  if (key && nowMs - key.updatedMs < heardAfterMs)
    notes.push('The key was changed in the last two minutes: AWS may take as long until its gateways know.')
  if (api?.keySource === 'AUTHORIZER')
    notes.push('This API takes the key from what its authorizer answers, not from the header x-api-key.')
  if (route && route.authorizationType !== 'NONE')
    notes.push(
      `${route.authorizationType} is asked before the key: who fails there gets its 401 or 403, whatever the key.`,
    )
  if (stage?.config.canarySettings)
    notes.push('A canary takes a share of the calls: its deployment may ask for keys otherwise than the live one.')
  return notes
}
