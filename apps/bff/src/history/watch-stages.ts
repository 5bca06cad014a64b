import type { AwsConnection } from '../aws/connections.ts'
import { readFleet } from '../aws/fleet.reader.ts'
import type { Services } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'

/**
 * Looks at every stage of every connection, as the fleet's page does, so that what is changed outside Callboard is seen
 * with nobody watching. Stages of an API that was deleted are found to be gone.
 */
export async function watchStages(services: Services, signal: AbortSignal): Promise<void> {
  for (const { name } of services.connections.list()) {
    if (signal.aborted) return
    await watchOne(services, services.connections.get(name)).catch((error: unknown) => {
      // AWS can't be asked now: its next turn comes.
      if (!(error instanceof AppError)) throw error
    })
  }
}

async function watchOne({ outside }: Services, connection: AwsConnection): Promise<void> {
  const { all } = await readFleet(connection, 'background')
  await outside.apisThere(
    connection,
    all.map(({ id }) => id),
  )
  await outside.settled()
}
