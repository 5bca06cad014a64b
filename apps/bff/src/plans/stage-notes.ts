import type { AwsConnection } from '../aws/connections.ts'
import { planStageOf } from '../aws/plan-config.ts'
import { readRestApis } from '../aws/rest-apis.reader.ts'
import type { Wish } from '../changes/wish.ts'

/** Stages are known by their API's name. */
export async function stageNotes(connection: AwsConnection): Promise<NonNullable<Wish['notes']>> {
  const names = new Map((await readRestApis(connection)).map(({ id, name }) => [id, name]))
  return (field) => {
    const key = /^stages\.(.+)\.attached$/.exec(field)?.[1]
    if (key === undefined) return undefined
    const { apiId, stage } = planStageOf(key)
    return `${names.get(apiId) ?? apiId} ${stage}`
  }
}
