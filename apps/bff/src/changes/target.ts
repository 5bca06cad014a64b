import type { Target } from '@callboard/shared-types/changes/plan.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { readRestApis } from '../aws/rest-apis.reader.ts'
import { isProduction } from '../lib/config.ts'
import type { Present } from './intent.ts'

/** The stage that a change is for, with the names people know it by now. */
export async function targetOf({ connection, address, stage }: Present, productionStages: string[]): Promise<Target> {
  const { config } = connection
  const api = (await readRestApis(connection)).find(({ id }) => id === address.apiId)
  return {
    connection: config.name,
    accountId: config.accountId,
    region: config.region,
    kind: address.kind,
    apiId: address.apiId,
    apiName: api?.name ?? address.apiId,
    stage: address.stage,
    createdAt: toInstant(stage.createdMs),
    production: isProduction(address.stage, productionStages),
  }
}
