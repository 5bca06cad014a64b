import type { WhyView } from '@callboard/shared-types/keys/why.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { readApiKeys, type SeenKey } from '../aws/api-keys.reader.ts'
import type { AwsConnection } from '../aws/connections.ts'
import { readRoutes } from '../aws/deployments.reader.ts'
import { planMethodKey, planStageKey } from '../aws/plan-config.ts'
import { readMembers } from '../aws/plan-members.reader.ts'
import { readDefinedRoutes } from '../aws/resources.reader.ts'
import { readRestApis } from '../aws/rest-apis.reader.ts'
import type { SeenStage } from '../aws/seen-stage.ts'
import { stageThrottle } from '../aws/stage-throttle.ts'
import { readStages } from '../aws/stages.reader.ts'
import type { SeenPlan } from '../aws/usage-plans.reader.ts'
import { readUsage } from '../aws/usage.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { isAppError, orUnknown } from '../lib/errors.ts'
import { matchRoute } from './match-route.ts'
import { walkLinks, type WhyFacts } from './walk-links.ts'
import { whyNotes } from './why-notes.ts'

type Input = StageAddress & { keyId?: string | undefined; method: string; path: string }

/** What the gateway answers to a request with this key, worked out from what AWS says of key, plans and stage. */
export async function whyRefused(ctx: Ctx, input: Input): Promise<WhyView> {
  const connection = ctx.connections.get(input.connection)
  const [api, stage, keys] = await Promise.all([
    readRestApis(connection).then((apis) => apis.find(({ id }) => id === input.apiId)),
    stageOrNone(connection, input),
    readApiKeys(connection),
  ])
  const key = keys.find(({ id }) => id === input.keyId)
  const deploymentId = stage?.config.deploymentId
  const [live, defined, members] = await Promise.all([
    deploymentId ? readRoutes(connection, input.apiId, deploymentId) : [],
    stage ? orUnknown(readDefinedRoutes(connection, input.apiId)) : null,
    readMembers(connection, new Promise(() => {})),
  ])
  const route = matchRoute(live, input.method, input.path)
  const planIds = key ? members.plansOf(key.id) : []
  const plans = members.plans.filter(({ id }) => planIds.includes(id))
  const method = { path: route?.path ?? input.path, method: route?.method ?? input.method }
  const facts: WhyFacts = {
    place: `${api?.name ?? input.apiId} ${input.stage}`,
    request: `${input.method} ${route?.path ?? input.path}`,
    stage: stage && { deployed: deploymentId !== undefined },
    route,
    defined: defined && matchRoute(defined, input.method, input.path),
    key,
    plans: plans.map(({ id, config }) => ({ id, name: config.name })),
    plan: await planFacts(ctx, connection, plans, key, input, method),
    stageThrottle: stage ? throttleFor(stage, method) : null,
  }
  return {
    ...walkLinks(facts),
    notes: whyNotes({ nowMs: ctx.clocks.worldMs(), key, api, stage, route }),
    asOf: toInstant(ctx.clocks.worldMs()),
  }
}

interface Method {
  path: string
  method: string
}

function throttleFor({ config }: SeenStage, { path, method }: Method) {
  const { own, all } = stageThrottle(config, path, method)
  return own ?? all
}

async function planFacts(
  ctx: Ctx,
  connection: AwsConnection,
  plans: SeenPlan[],
  key: SeenKey | undefined,
  { apiId, stage }: Input,
  { path, method }: Method,
): Promise<WhyFacts['plan']> {
  const at = planStageKey(apiId, stage)
  const plan = plans.find(({ config }) => Object.hasOwn(config.apiStages, at))
  if (!plan || !key) return undefined
  const { name, throttle, quota, apiStages } = plan.config
  const own = apiStages[at]![planMethodKey(path, method)]
  const usage = quota ? await orUnknown(readUsage(connection, plan.id, 1, ctx.clocks.worldMs())) : null
  const remaining = usage ? (usage.keys.get(key.id)?.at(-1)?.remaining ?? quota!.limit) : null
  const ofPlan = { id: plan.id, name, throttle: own ?? throttle ?? null, ofMethod: own !== undefined }
  return { ...ofPlan, quota: quota ?? null, remaining }
}

async function stageOrNone(connection: AwsConnection, { apiId, stage }: Input): Promise<SeenStage | undefined> {
  try {
    return (await readStages(connection, apiId)).find(({ name }) => name === stage)
  } catch (error) {
    if (isAppError(error, 'not_found')) return undefined
    throw error
  }
}
