import { badRequest, notFound } from '../lib/aws-error.ts'
import type { PatchRule, PatchStep, Refusal } from '../lib/patch/apply-patch.ts'
import { unescapePointer } from '../lib/patch/pointer.ts'
import type { Call } from './call.ts'
import type { ApiStageRecord, ThrottleRecord, UsagePlanRecord } from './records.ts'
import { readLimit, readThrottleMap } from './throttle-values.ts'
import { checkApiStage } from './usage-plans.ts'

type Rule = PatchRule<UsagePlanRecord>
type Action = (plan: UsagePlanRecord, step: PatchStep) => void

/** Every path of UpdateUsagePlan with the verbs that each takes (usage plan facts, 3.2). */
export const usagePlanPatchRules = (call: Call): Rule[] => [
  { path: '/name', replace: setName },
  { path: '/description', replace: (plan, { value }) => void (plan.description = value || undefined) },
  {
    path: '/productCode',
    ...set((plan, { value }) => void (plan.productCode = value || undefined)),
    remove: (plan) => void delete plan.productCode,
  },
  { path: '/throttle', remove: (plan) => void delete plan.throttle },
  { path: '/throttle/{limit}', ...set(setPlanLimit) },
  { path: '/quota', remove: (plan) => void delete plan.quota },
  { path: '/quota/{field}', ...set(setQuotaField) },
  { path: '/apiStages', add: (plan, step) => addStage(call, plan, step), remove: removeStage },
  {
    path: '/apiStages/{stage}/throttle',
    ...set(setStageThrottle),
    remove: (plan, step) => void delete stageAt(plan, step).throttle,
  },
  { path: '/apiStages/{stage}/throttle/{resource}/{method}', remove: removeMethodThrottle },
  { path: '/apiStages/{stage}/throttle/{resource}/{method}/{limit}', ...set(setMethodLimit) },
]

/** Sentence from boto3#2629, two spaces and `apidId` with it. */
export const refusePlanPatch: Refusal<UsagePlanRecord> = ({ op, path }) =>
  badRequest(
    `Invalid patch path  '${path}' specified for op '${op}'. Must be one of: [/apiStages, /quota, /throttle, /productCode, /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, /apiStages/<apidId:stageName>/throttle]`,
  )

function set(action: Action): Pick<Rule, 'add' | 'replace'> {
  return { add: action, replace: action }
}

function setName(plan: UsagePlanRecord, { value }: PatchStep): void {
  // Sentence guessed.
  if (value === '') throw badRequest('Usage Plan name must be specified')
  plan.name = value
}

function setPlanLimit(plan: UsagePlanRecord, { names, value, path }: PatchStep): void {
  plan.throttle = { ...plan.throttle, ...limitAt(names['limit'], value, path) }
}

function limitAt(name: string | undefined, value: string, path: string): ThrottleRecord {
  if (name !== 'rateLimit' && name !== 'burstLimit') throw refusePlanPatch({ op: 'replace', path }, undefined)
  return { [name]: readLimit(name, value) }
}

/** A quota that comes into being piece by piece has the offset 0 (recorded). */
function setQuotaField(plan: UsagePlanRecord, { names, value, path }: PatchStep): void {
  const field = names['field']
  plan.quota ??= { offset: 0 }
  if (field === 'period') plan.quota.period = value
  else if (field === 'limit' || field === 'offset') plan.quota[field] = readLimit(field, value)
  else throw refusePlanPatch({ op: 'replace', path }, undefined)
}

const stageName = (value: string) => {
  const [, apiId, stage] = /^([^:]+):(.+)$/.exec(value) ?? []
  // Sentence recorded.
  if (!apiId || !stage) throw badRequest('Invalid API Stage specified')
  return { apiId, stage }
}

/** Sentence recorded. */
function stageOf(plan: UsagePlanRecord, { apiId, stage }: { apiId: string; stage: string }): ApiStageRecord {
  const found = plan.apiStages.find((at) => at.apiId === apiId && at.stage === stage)
  if (!found) throw notFound(`Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${plan.id}`)
  return found
}

const stageAt = (plan: UsagePlanRecord, { names }: PatchStep) =>
  stageOf(plan, stageName(unescapePointer(names['stage'] ?? '')))

/** One that is there already stays as it is (guessed). */
function addStage(call: Call, plan: UsagePlanRecord, { value }: PatchStep): void {
  const at = stageName(value)
  checkApiStage(call, at)
  if (!plan.apiStages.some(({ apiId, stage }) => apiId === at.apiId && stage === at.stage)) plan.apiStages.push(at)
}

function removeStage(plan: UsagePlanRecord, { value }: PatchStep): void {
  const gone = stageOf(plan, stageName(value))
  plan.apiStages = plan.apiStages.filter((at) => at !== gone)
}

function setStageThrottle(plan: UsagePlanRecord, step: PatchStep): void {
  stageAt(plan, step).throttle = readThrottleMap(step.value)
}

/** `/pets` and `GET` are `/pets/GET`, the root's are `//GET` (documented). */
const methodKey = ({ names }: PatchStep) => `${unescapePointer(names['resource'] ?? '')}/${names['method']}`

function setMethodLimit(plan: UsagePlanRecord, step: PatchStep): void {
  const stage = stageAt(plan, step)
  const key = methodKey(step)
  const limits = { ...stage.throttle?.[key], ...limitAt(step.names['limit'], step.value, step.path) }
  stage.throttle = { ...stage.throttle, [key]: limits }
}

/** Sentence guessed. */
function removeMethodThrottle(plan: UsagePlanRecord, step: PatchStep): void {
  const stage = stageAt(plan, step)
  const key = methodKey(step)
  if (!stage.throttle || !Object.hasOwn(stage.throttle, key))
    throw notFound(`Invalid method ${key} specified for throttle`)
  const { [key]: _, ...rest } = stage.throttle
  stage.throttle = Object.keys(rest).length > 0 ? rest : undefined
}
