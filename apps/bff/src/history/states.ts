import { deploymentNotes } from '../aws/deployment-view.ts'
import { readDeployments } from '../aws/deployments.reader.ts'
import { leavesOf } from '../aws/stage-leaves.ts'
import { labelOf } from '../changes/field-labels.ts'
import type { State } from '../changes/rows.ts'
import { ABSENT } from '../changes/absent.ts'
import type { Snapshot } from '../db/snapshots.ts'
import type { Ctx } from '../lib/context.ts'
import { AppError } from '../lib/errors.ts'

export const stateOf = (of: Snapshot): State => (of.gone ? ABSENT : { ...of.config, tags: of.tags })

/** Every field of a state, by the names that people know. */
export const fieldValues = (state: State, notes: (field: string, value: string) => string | undefined) =>
  [...leavesOf(state).entries()].map(([field, { path, value }]) => ({
    field,
    label: labelOf(path),
    value: String(value),
    note: notes(field, String(value)),
  }))

/** What deployments were called, those that AWS has forgotten too. A page is worth having without it. */
export async function namesOfDeployments(ctx: Ctx, connectionName: string, apiId: string) {
  const connection = ctx.connections.get(connectionName)
  const { accountId, region } = connection.config
  const there = await readDeployments(connection, apiId).catch((error: unknown) => {
    if (error instanceof AppError) return []
    throw error
  })
  await ctx.definitions.noted()
  const gone = await ctx.definitions.gone({ accountId, region, apiId })
  return deploymentNotes([...there, ...gone])
}
