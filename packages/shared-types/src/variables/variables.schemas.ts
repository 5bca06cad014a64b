import { z } from 'zod'
import { Instant } from '../lib/instant.schemas.ts'
import { StageName } from '../lib/stage-ref.ts'
import { variableNameProblem, variableValueProblem } from './variable-rules.ts'

const Variables = z.record(z.string(), z.string())

/** What AWS would take; each name or value it wouldn't is named, in its words. */
const GoodVariables = Variables.superRefine((variables, context) => {
  for (const [name, value] of Object.entries(variables)) {
    const message = variableNameProblem(name) ?? variableValueProblem(value)
    if (message) context.addIssue({ code: 'custom', path: [name], message })
  }
})

/** A place of the deployed definition that names a variable. */
export const VariableUse = z.object({
  kind: z.enum(['integration', 'template', 'authorizer', 'gateway_response']),
  /** Such as `GET /orders/{orderId}`, an authorizer's name or a gateway response's type. */
  where: z.string(),
  /** What it says there, such as an integration's URI; cut where it's long. */
  text: z.string(),
})
export type VariableUse = z.infer<typeof VariableUse>

/** A Lambda function that an integration picks by stage variables. */
export const PickedFunction = z.object({
  /** Its ARN, or what stands where it should, such as `arn:…:function:orders-api:${stageVariables.lambdaAlias}`. */
  template: z.string(),
  variables: z.array(z.string()),
  /** Such as `GET /orders`. */
  routes: z.array(z.string()),
  authorizers: z.array(z.string()),
})
export type PickedFunction = z.infer<typeof PickedFunction>

export const VariableUses = z.object({
  /** By the variable's name. */
  byName: z.record(z.string(), z.array(VariableUse)),
  functions: z.array(PickedFunction),
  /** Routes behind a Lambda proxy, which is handed all variables and may use any: the definition can't tell. */
  proxied: z.number().int(),
})
export type VariableUses = z.infer<typeof VariableUses>

export const StageVariables = z.object({
  variables: Variables,
  canary: z.object({ percentTraffic: z.number(), overrides: Variables, ownDeployment: z.boolean() }).nullable(),
  /** Null where the definition couldn't be read: `usesUnknown` then has the reason. */
  uses: VariableUses.nullable(),
  usesUnknown: z.string().nullable(),
  /** Used by the definition and not set. */
  undefinedNames: z.array(z.string()),
  /** Set and not named in the definition. Empty where that's unknown. */
  unusedNames: z.array(z.string()),
  otherStages: z.array(z.object({ stage: StageName, production: z.boolean(), variables: Variables })),
  asOf: Instant,
})
export type StageVariables = z.infer<typeof StageVariables>

const edits = {
  /** By name: made, or changed to this value. */
  set: GoodVariables.default({}),
  /** One that isn't there is no edit. */
  remove: z.array(z.string().max(200)).max(200).default([]),
}

/** Edits over the present, so that what others edit meanwhile stays. */
export const VariableEdits = z.object({
  ...edits,
  /** Of the canary's overrides; only where there is a canary. */
  overrides: z.object(edits).optional(),
})
export type VariableEdits = z.infer<typeof VariableEdits>
