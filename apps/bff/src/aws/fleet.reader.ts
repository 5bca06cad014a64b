import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../lib/errors.ts'
import type { Priority } from './call-budget.ts'
import type { AwsConnection } from './connections.ts'
import { readDeployments } from './deployments.reader.ts'
import type { SeenDeployment } from './seen-deployment.ts'
import { readRestApis, type SeenApi } from './rest-apis.reader.ts'
import type { SeenStage } from './seen-stage.ts'
import { readStages, stagesFreshForMs } from './stages.reader.ts'

export interface FleetApi {
  api: SeenApi
  stages: SeenStage[]
  deployments: SeenDeployment[]
}

export interface SeenFleet {
  all: SeenApi[]
  known: FleetApi[]
  failed: { api: SeenApi; error: AppError }[]
  /** APIs of which nothing is known yet. */
  pending: number
}

/** A page isn't held up for longer: of a small fleet by an API that is slow, of a big one by those whose turn hasn't come. */
const patienceMs = { small: 3_000, big: 400 }

/** What reading one API takes of AWS's calls, at half of the control plane's pace: a big fleet gets older between looks. */
const perApiMs = 800

/**
 * Every API with its stages and deployments, as far as AWS lets us look: what was seen before stands in for what isn't
 * read anew yet, and what was never seen is pending. Asking again goes on where this stopped.
 * @param most the priority of what a person waits for; `background` where nobody does
 */
export async function readFleet(connection: AwsConnection, most: Priority = 'read'): Promise<SeenFleet> {
  const all = await readRestApis(connection, most)
  const freshForMs = Math.max(stagesFreshForMs, all.length * perApiMs)
  const size = freshForMs > stagesFreshForMs ? 'big' : 'small'
  // Few are what a person waits for; of many, a person's next click goes first.
  const written = new Set(connection.written)
  const priority = (apiId: string) => (size === 'big' && !written.has(apiId) ? 'background' : most)
  const reading = all.map(async (api) => {
    const as = priority(api.id)
    try {
      const [stages, deployments] = await Promise.all([
        readStages(connection, api.id, as, freshForMs),
        // Names of deployments only add to a row.
        readDeployments(connection, api.id, as, Math.max(freshForMs, 2 * stagesFreshForMs)).catch(() => []),
      ])
      connection.lastSeen.set(api.id, { stages, deployments })
      if (written.has(api.id)) connection.written.delete(api.id)
      connection.lastFailure.delete(api.id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      connection.lastFailure.set(api.id, error)
    }
  })
  // Of a big fleet what was seen before is shown at once, but what we changed ourselves is looked at first.
  const seen = size === 'big' && connection.lastSeen.size > 0
  const awaited = seen ? reading.filter((_, n) => written.has(all[n]!.id)) : reading
  const patience = patienceMs[seen ? 'small' : size]
  await Promise.race([Promise.all(awaited), sleep(patience, undefined, { ref: false })])
  return sorted(connection, all)
}

function sorted({ lastSeen, lastFailure }: AwsConnection, all: SeenApi[]): SeenFleet {
  const known: FleetApi[] = []
  const failed: SeenFleet['failed'] = []
  for (const api of all) {
    const error = lastFailure.get(api.id)
    const seen = lastSeen.get(api.id)
    if (error) failed.push({ api, error })
    else if (seen) known.push({ api, ...seen })
  }
  return { all, known, failed, pending: all.length - known.length - failed.length }
}
