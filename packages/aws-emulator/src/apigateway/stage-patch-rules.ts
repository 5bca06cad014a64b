import { badRequest } from '../lib/aws-error.ts'
import { lenientBoolean, type PatchRule, type PatchStep } from '../lib/patch/apply-patch.ts'
import { unescapePointer } from '../lib/patch/pointer.ts'
import { cacheSizes } from './cache-sizes.ts'
import type { Call } from './call.ts'
import { canaryOf, checkPercent } from './canary.ts'
import { checkDeploymentExists } from './deployments.ts'
import { methodSettingRules, removeMethodSetting } from './method-settings.ts'
import type { StageRecord } from './records.ts'
import { invalidCopy, nothingToRemove } from './stage-patch-refusals.ts'
import { checkVariable, checkVariables } from './stage-variables.ts'

type Rule = PatchRule<StageRecord>

/** Every path of UpdateStage with the verbs that each takes (control-plane facts, 1.3). */
export const stagePatchRules = (call: Call): Rule[] => [
  ...plainRules,
  deploymentRule(call),
  ...variableRules,
  ...accessLogRules,
  ...canaryRules(call),
  ...methodSettingRules,
  removeMethodSetting,
]

/** An empty value makes the field absent (guessed; terraform's provider sends it to clear one). */
const clearable = (field: 'description' | 'clientCertificateId'): Rule => ({
  path: `/${field}`,
  replace: (stage, { value }) => void (stage[field] = value || undefined),
})

const plainRules: Rule[] = [
  clearable('description'),
  clearable('clientCertificateId'),
  { path: '/documentationVersion', replace: setDocumentationVersion },
  { path: '/tracingEnabled', replace: (stage, { value }) => void (stage.tracingEnabled = lenientBoolean(value)) },
  {
    path: '/cacheClusterEnabled',
    replace: (stage, { value }) => void (stage.cacheClusterEnabled = lenientBoolean(value)),
  },
  { path: '/cacheClusterSize', replace: setCacheClusterSize },
]

/** That an empty version is refused is guessed, and so is the sentence. */
function setDocumentationVersion(stage: StageRecord, { value }: PatchStep): void {
  if (value === '') throw badRequest('Invalid documentation version specified')
  stage.documentationVersion = value
}

/** Sizes are the model's; the sentence is guessed. */
function setCacheClusterSize(stage: StageRecord, { value }: PatchStep): void {
  if (!cacheSizes.includes(value)) {
    throw badRequest(`Invalid cache cluster size: ${value}. Must be one of: [${cacheSizes.join(', ')}]`)
  }
  stage.cacheClusterSize = value
}

/** Replacing it while a canary runs is allowed (guessed: only `copy` was recorded). */
const deploymentRule = (call: Call): Rule => ({
  path: '/deploymentId',
  replace(stage, { value }) {
    checkDeploymentExists(call, stage.apiId, value)
    stage.deploymentId = value
  },
  copy(stage, { path, from }) {
    if (from !== '/canarySettings/deploymentId') throw invalidCopy(path, from)
    stage.deploymentId = promotable(stage).deploymentId
  },
})

function promotable({ canarySettings }: StageRecord) {
  if (!canarySettings) throw badRequest('Promotion not available. Canary does not exist.')
  return canarySettings
}

/** Removing a variable that isn't there does nothing (guessed). The copy merges, the canary's values win (recorded). */
const variableRules: Rule[] = [
  {
    path: '/variables/{name}',
    replace: (stage, { value, names }) => setVariable(stage.variables, names, value),
    remove: (stage, { names }) => void delete stage.variables[unescapePointer(names['name'] ?? '')],
  },
  {
    path: '/variables',
    remove: (stage) => void (stage.variables = {}),
    copy(stage, { path, from }) {
      if (from !== '/canarySettings/stageVariableOverrides') throw invalidCopy(path, from)
      stage.variables = { ...stage.variables, ...promotable(stage).stageVariableOverrides }
    },
  },
]

function setVariable(variables: Record<string, string>, names: Record<string, string>, value: string): void {
  const name = unescapePointer(names['name'] ?? '')
  checkVariable(name, value)
  variables[name] = value
  checkVariables(variables)
}

const accessLog = (field: 'destinationArn' | 'format'): Rule => {
  const set = (stage: StageRecord, { value }: PatchStep) => {
    if (value === '') throw badRequest('Access Log value must not be empty')
    stage.accessLogSettings = { ...stage.accessLogSettings, [field]: value }
  }
  return { path: `/accessLogSettings/${field}`, add: set, replace: set }
}

/** `remove` of one of the two is in the docs, but was recorded to be refused. */
const accessLogRules: Rule[] = [
  accessLog('destinationArn'),
  accessLog('format'),
  { path: '/accessLogSettings', remove: (stage) => void delete stage.accessLogSettings },
]

/** The overrides go one by one: removing the whole map was recorded to be refused. */
const canaryRules = (call: Call): Rule[] => [
  { path: '/canarySettings', remove: (stage) => void delete stage.canarySettings },
  {
    path: '/canarySettings/deploymentId',
    replace(stage, { value }) {
      checkDeploymentExists(call, stage.apiId, value)
      canaryOf(stage).deploymentId = value
    },
  },
  {
    path: '/canarySettings/percentTraffic',
    replace(stage, { value }) {
      const percent = value.trim() === '' ? NaN : Number(value)
      checkPercent(percent)
      canaryOf(stage).percentTraffic = percent
    },
  },
  {
    path: '/canarySettings/useStageCache',
    replace: (stage, { value }) => void (canaryOf(stage).useStageCache = lenientBoolean(value)),
  },
  { path: '/canarySettings/stageVariableOverrides/{name}', replace: setOverride, remove: removeOverride },
]

function setOverride(stage: StageRecord, { value, names }: PatchStep): void {
  const canary = canaryOf(stage)
  canary.stageVariableOverrides ??= {}
  setVariable(canary.stageVariableOverrides, names, value)
}

function removeOverride(stage: StageRecord, { path, names }: PatchStep): void {
  if (!stage.canarySettings) throw nothingToRemove(path)
  delete stage.canarySettings.stageVariableOverrides?.[unescapePointer(names['name'] ?? '')]
}
