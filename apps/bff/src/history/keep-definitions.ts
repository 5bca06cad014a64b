import { exportDefinition } from '../aws/exports.reader.ts'
import type { AwsConnection } from '../aws/connections.ts'
import type { Snapshot } from '../db/snapshots.ts'
import type { Services } from '../lib/context.ts'
import { AppError, isAppError } from '../lib/errors.ts'

/** Each is two calls of what everybody shares; the rest has its turn the next time. */
const mostAtOnce = 4
/** A refusal is asked about again that much later: permissions come. */
const againAfterMs = 60 * 60_000

/** Keeps the definition of each deployment that a stage was seen to run, once: AWS can't tell it of an old one. */
export async function keepDefinitions(services: Services, signal: AbortSignal): Promise<void> {
  for (const { name } of services.connections.list()) {
    const connection = services.connections.get(name)
    for (const live of (await missing(services, connection)).slice(0, mostAtOnce)) {
      if (signal.aborted) return
      await keepOne(services, connection, live)
    }
  }
}

/** A stage for each deployment that is live and of which nothing is kept. */
async function missing({ outside, definitions, clocks }: Services, { config }: AwsConnection): Promise<Snapshot[]> {
  const { accountId, region } = config
  const stages = await outside.snapshots.latest({ accountId, region })
  const byApi = Map.groupBy(
    stages.filter(({ gone, config: { deploymentId } }) => !gone && deploymentId),
    ({ ref }) => ref.apiId,
  )
  const found: Snapshot[] = []
  for (const [apiId, ofApi] of byApi) {
    const kept = await definitions.kept({ accountId, region, apiId })
    const isMissing = (id: string) => {
      const keeping = kept.get(id)
      return !keeping || (keeping.failure !== null && clocks.worldMs() - keeping.keptMs > againAfterMs)
    }
    const byDeployment = new Map(ofApi.map((stage) => [stage.config.deploymentId!, stage]))
    found.push(...[...byDeployment].flatMap(([id, stage]) => (isMissing(id) ? [stage] : [])))
  }
  return found
}

async function keepOne({ definitions, clocks }: Services, connection: AwsConnection, { ref, config }: Snapshot) {
  const { apiId, stage } = ref
  const deploymentId = config.deploymentId!
  const keep = (what: { body: string } | { failure: string }) =>
    definitions.keep(ref, deploymentId, clocks.worldMs(), what)
  try {
    const document = await exportDefinition(connection, { apiId, stage, deploymentId }, 'background')
    await keep({ body: withoutPlace(document) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // It's gone on meanwhile, or AWS can't be asked: the next round sees.
    if (!isAppError(error, 'aws_denied', 'aws_refused')) return
    await keep({ failure: error.message })
  }
}

/**
 * The document without what names the stage that it was exported from (`servers`) and without the date that AWS gives an
 * API that has no version: so that equal definitions are equal texts.
 */
export function withoutPlace(document: unknown): string {
  const { servers: _, info, ...rest } = document as { servers?: unknown; info?: { version?: string } }
  const { version, ...about } = info ?? {}
  const dated = version === undefined || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(version)
  return JSON.stringify(sorted({ ...rest, info: dated ? about : { ...about, version } }))
}

/** By the names of members, at every depth. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}
