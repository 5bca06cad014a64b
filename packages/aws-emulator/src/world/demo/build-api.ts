import type { Call } from '../../apigateway/call.ts'
import { createDeployment } from '../../apigateway/create-deployment.ts'
import { createRestApi } from '../../apigateway/create-rest-api.ts'
import { createStage } from '../../apigateway/create-stage.ts'
import { kinds } from '../../apigateway/records.ts'
import { findStage, putStage } from '../../apigateway/stages.ts'
import { updateStage } from '../../apigateway/update-stage.ts'
import type { Place } from '../../lib/store.ts'
import { recordTraffic } from '../timeline.ts'
import type { DemoApi, DemoChange, DemoRelease, DemoStage } from './demo-api.ts'
import { putRoutes } from './put-routes.ts'

const hourMs = 60 * 60 * 1000
/** A day more than a look at two weeks needs. */
const historyHours = 24 * 15

type Step = { hoursAgo: number; run: (call: Call) => void }

/** Makes an API by running the steps of its past in their order, each at its instant. */
export function buildApi(callAt: (instant: number) => Call, api: DemoApi, now: number): void {
  const at = (hoursAgo: number) => callAt(now - hoursAgo * hourMs)
  const { id = '' } = createRestApi(at(api.createdHoursAgo), {
    name: api.name,
    description: api.description,
    tags: api.tags,
    endpointConfiguration: { types: ['REGIONAL'] },
  })
  for (const worldFunction of api.functions) {
    at(0).unit.put(kinds.worldFunction, worldFunction.name, worldFunction)
  }
  const steps = [
    ...api.releases.flatMap((release) => releaseSteps(id, api, release)),
    ...(api.changes ?? []).map((change) => changeStep(id, change)),
    ...trafficSteps(id, api),
  ]
  // The sort is stable: what happened in the same hour keeps its order.
  for (const { hoursAgo, run } of steps.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) run(at(hoursAgo))
}

function releaseSteps(restApiId: string, api: DemoApi, release: DemoRelease): Step[] {
  let deploymentId = ''
  const deploy: Step = {
    hoursAgo: release.hoursAgo,
    run(call) {
      putRoutes(call, restApiId, release.routes)
      deploymentId = createDeployment(call, { restApiId, description: release.description }).id ?? ''
    },
  }
  const moves = release.to.map(({ stage, hoursAgo }) => ({
    hoursAgo,
    run: (call: Call) => moveStage(call, restApiId, stageOf(api, stage), deploymentId),
  }))
  const { canary } = release
  if (!canary) return [deploy, ...moves]
  const { stage: stageName, percent, overrides } = canary
  const start = (call: Call) =>
    void updateStage(call, { restApiId, stageName, patchOperations: canaryPatch(deploymentId, percent, overrides) })
  return [deploy, ...moves, { hoursAgo: canary.hoursAgo, run: start }]
}

function changeStep(restApiId: string, { stage, hoursAgo, patch, cacheChangeSeconds }: DemoChange): Step {
  return {
    hoursAgo,
    run({ settings, ...call }) {
      const pace = { ...settings, cacheChangeSeconds: cacheChangeSeconds ?? settings.cacheChangeSeconds }
      updateStage({ ...call, settings: pace }, { restApiId, stageName: stage, patchOperations: replaceAll(patch) })
    },
  }
}

const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value })

const replaceAll = (patch: Record<string, string>) => Object.entries(patch).map(([path, value]) => replace(path, value))

function canaryPatch(deploymentId: string, percent: number, overrides: Record<string, string>) {
  return [
    replace('/canarySettings/deploymentId', deploymentId),
    replace('/canarySettings/percentTraffic', percent.toFixed(1)),
    ...Object.entries(overrides).map(([name, value]) =>
      replace(`/canarySettings/stageVariableOverrides/${name}`, value),
    ),
  ]
}

/** The first release to reach a stage makes it. */
function moveStage(call: Call, restApiId: string, stage: DemoStage, deploymentId: string): void {
  const { name: stageName, description, variables } = stage
  if (call.unit.get(kinds.stage, `${restApiId}/${stageName}`)) {
    updateStage(call, { restApiId, stageName, patchOperations: [replace('/deploymentId', deploymentId)] })
    return
  }
  createStage(call, { restApiId, stageName, deploymentId, description, variables })
  // Past the operation, which refuses the tags that only AWS may set.
  putStage(call, { ...findStage(call, restApiId, stageName), tags: tagsIn(call.unit.place, stage) })
  updateStage(call, { restApiId, stageName, patchOperations: replaceAll(stage.settings) })
}

const tagsIn = ({ account, region }: Place, { tags }: DemoStage) =>
  Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [key, value.replace('{account}', account).replace('{region}', region)]),
  )

/** After the steps of the same instant: a young stage has traffic from its first release on. */
function trafficSteps(restApiId: string, { stages, releases }: DemoApi): Step[] {
  return stages.flatMap(({ name, traffic }) => {
    if (!traffic) return []
    const arrivals = releases.flatMap(({ to }) => to.filter(({ stage }) => stage === name))
    const age = Math.max(...arrivals.map(({ hoursAgo }) => hoursAgo))
    return {
      hoursAgo: Math.min(historyHours, age),
      run: (call: Call) => recordTraffic(call, findStage(call, restApiId, name), traffic),
    }
  })
}

function stageOf({ stages }: DemoApi, name: string): DemoStage {
  const stage = stages.find((candidate) => candidate.name === name)
  if (!stage) throw new Error(`The demo world has no stage ${name}`)
  return stage
}
