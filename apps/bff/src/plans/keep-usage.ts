import { awsUsageDays } from '../aws/usage.reader.ts'
import { readUsagePlans } from '../aws/usage-plans.reader.ts'
import type { Services } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'
import { usageOver } from './usage-over.ts'

/** Keeps what keys used before AWS forgets it, whether or not anybody looks at it. */
export async function keepUsage(services: Services): Promise<void> {
  for (const { name } of services.connections.list()) {
    const connection = services.connections.get(name)
    try {
      for (const { id } of await readUsagePlans(connection, 'background'))
        await usageOver(services, connection, id, awsUsageDays, 'background')
    } catch (error) {
      // AWS is away or doesn't allow it: the next time has the same days and one more.
      if (!(error instanceof AppError)) throw error
    }
  }
}
