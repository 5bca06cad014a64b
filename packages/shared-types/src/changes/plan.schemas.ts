import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { ApiId, ApiKind, ConnectionName, StageName } from '../lib/stage-ref.ts'

/**
 * What every target has. `createdAt` is its incarnation: one made again under its name is another. Null where it isn't
 * there when the change is planned.
 */
const anyTarget = {
  connection: ConnectionName,
  accountId: z.string(),
  region: z.string(),
  createdAt: Instant.nullable(),
  production: z.boolean(),
}

export const StageTarget = z.object({
  ...anyTarget,
  kind: ApiKind,
  apiId: ApiId,
  apiName: z.string(),
  stage: StageName,
})
export type StageTarget = z.infer<typeof StageTarget>

/** A thing of the account. While it isn't there its `id` is one of our own, which nothing else has. */
export const AccountTarget = z.object({
  ...anyTarget,
  kind: z.enum(['api-key', 'usage-plan']),
  id: z.string(),
  name: z.string(),
})
export type AccountTarget = z.infer<typeof AccountTarget>

/** What a change is done to. */
export const Target = z.discriminatedUnion('kind', [StageTarget, AccountTarget])
export type Target = z.infer<typeof Target>

/** One leaf of a state, such as `deploymentId` or `variables.lambdaAlias`, before and after. Absent is null. */
export const FieldChange = z.object({
  field: z.string(),
  /** What a person calls it, such as `Deployment`. */
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** What the bare value stands for, such as `checkout 2.14, by mara`. */
  beforeNote: z.string().optional(),
  afterNote: z.string().optional(),
  /** Comes or goes with an override without altering what is in force. */
  sameInForce: z.boolean().optional(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** A consequence that isn't a field of the stage, such as a route that goes. */
export const Consequence = z.object({
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Consequence = z.infer<typeof Consequence>

export const Warning = z.object({ code: z.string(), text: z.string() })
export type Warning = z.infer<typeof Warning>

/** One call to AWS, as the SDK takes it. */
export const AwsOperation = z.object({
  service: z.enum(['apigateway', 'cloudwatch', 'logs']),
  operation: z.string(),
  input: z.record(z.string(), z.unknown()),
})
export type AwsOperation = z.infer<typeof AwsOperation>

/** What can be put back later, said before the click. */
export const UndoKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact') }),
  z.object({ kind: z.literal('compensating'), notRestored: z.array(z.string()) }),
  z.object({ kind: z.literal('none'), why: z.string() }),
])
export type UndoKind = z.infer<typeof UndoKind>

/** A field as the person saw it: sent back with the click, compared with the present before anything is sent. */
export const SeenField = z.object({ field: z.string(), value: z.string().nullable() })
export type SeenField = z.infer<typeof SeenField>

/** A question that a plan leaves to the person, answered by sending `chosen` back in the input of that name. */
export const Choice = z.object({
  input: z.string(),
  question: z.string(),
  chosen: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string(), explanation: z.string() })),
})
export type Choice = z.infer<typeof Choice>

/** Everything that one write will do, as data, before it's done. */
export const Plan = z.object({
  verb: z.string(),
  /** Names the act, such as `Roll back prod to checkout 2.13`. */
  title: z.string(),
  /** The words on the button, such as `Roll back prod`. */
  act: z.string(),
  target: Target,
  lookedAt: Instant,
  changes: z.array(FieldChange),
  consequences: z.array(Consequence),
  /** What stays as it is, in words. */
  unchanged: z.array(z.string()),
  /** What it hits, in words, such as `904 calls a minute`. */
  hits: z.array(z.string()),
  warnings: z.array(Warning),
  choices: z.array(Choice),
  operations: z.array(AwsOperation),
  /** The same as AWS CLI commands, one string each. */
  commands: z.array(z.string()),
  /** What the person types to confirm, or null. */
  confirm: z.string().nullable(),
  undo: UndoKind,
  seen: z.array(SeenField),
  /** Why it can't be done as it stands, or null. */
  blocked: z.object({ rule: z.string(), reason: z.string(), fields: z.array(z.string()) }).nullable(),
})
export type Plan = z.infer<typeof Plan>
