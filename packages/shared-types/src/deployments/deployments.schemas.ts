import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { DeploymentId, StageName } from '../lib/stage-ref.ts'

export const Deployment = z.object({
  id: DeploymentId,
  /** The description without the name of who did it, such as `checkout 2.14`; null where there is none. */
  label: z.string().nullable(),
  /** From the description (`…, by mara`), the only place where AWS's data can say it; null is outside Callboard. */
  by: z.string().nullable(),
  createdAt: Instant,
  /** Stages of this API that run it, as their base or as their canary. */
  liveOn: z.array(StageName),
  canaryOn: z.array(StageName),
})
export type Deployment = z.infer<typeof Deployment>

/** What is kept of a deployment's definition: when it was kept, or why AWS didn't give it. */
export const KeptDefinition = z.object({ at: Instant, failure: z.string().nullable() })

export const DeploymentHistory = z.object({
  /** Newest first; definitions are kept of those that were seen live. */
  items: z.array(Deployment.extend({ definition: KeptDefinition.nullable() })),
  /** Deployments that AWS doesn't have any more, newest first, and when that was noticed. */
  gone: z.array(Deployment.extend({ definition: KeptDefinition.nullable(), goneAt: Instant })),
  asOf: Instant,
})
export type DeploymentHistory = z.infer<typeof DeploymentHistory>

export const Route = z.object({
  path: z.string(),
  method: z.string(),
  authorizationType: z.string(),
  apiKeyRequired: z.boolean(),
})
export type Route = z.infer<typeof Route>

export const RouteList = z.object({ routes: z.array(Route) })
export type RouteList = z.infer<typeof RouteList>

/** How routes differ between two definitions of an API, as far as AWS tells. */
export const RouteDifference = z.object({
  added: z.array(Route),
  removed: z.array(Route),
  changed: z.array(z.object({ before: Route, after: Route })),
  unchangedCount: z.number().int(),
})
export type RouteDifference = z.infer<typeof RouteDifference>

/** A part of a definition, such as an operation or a model, in which two definitions differ. */
export const DefinitionSection = z.object({
  name: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  /** As YAML, with some lines around; `gap` stands for lines that are left out. */
  lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed', 'gap']), text: z.string() })),
})
export type DefinitionSection = z.infer<typeof DefinitionSection>

/** How two whole definitions differ; where one wasn't kept, which. */
export const DefinitionDifference = z.discriminatedUnion('known', [
  z.object({ known: z.literal(true), sections: z.array(DefinitionSection), unchangedCount: z.number().int() }),
  z.object({ known: z.literal(false), why: z.string() }),
])
export type DefinitionDifference = z.infer<typeof DefinitionDifference>

/**
 * All that AWS keeps of two old deployments is their routes, how each is authorised and whether it wants a key; the rest is
 * known where Callboard kept both definitions.
 */
export const Comparison = RouteDifference.extend({ from: Deployment, to: Deployment, definition: DefinitionDifference })
export type Comparison = z.infer<typeof Comparison>

/** What becomes of a canary that is in the way of a deployment: it goes, it stays, or it alone gets the new deployment. */
export const DeployCanaryChoice = z.enum(['remove', 'keep', 'move'])
export type DeployCanaryChoice = z.infer<typeof DeployCanaryChoice>

/** What becomes of a canary that is in the way of a rollback. */
export const CanaryChoice = z.enum(['remove', 'keep'])
export type CanaryChoice = z.infer<typeof CanaryChoice>
