import type { Connection } from '@callboard/shared-types/connections/connections.schemas'
import type { Ctx } from '../lib/context.ts'

/** Never the credentials, nor where they come from. */
export const listConnections = ({ connections }: Ctx): { items: Connection[] } => ({
  items: connections.list().map(({ name, accountId, region, invokeUrlTemplate, colour, demo }) => ({
    name,
    accountId,
    region,
    invokeUrlTemplate,
    colour,
    demo,
    deniedActions: connections.get(name).denied.list(),
  })),
})
