import type { Mend, WhyLink, WhyLinkId, WhyView } from '@callboard/shared-types/keys/why.schemas'
import type { Quota, Throttle } from '@callboard/shared-types/plans/plan-rules'
import { quotaBegins, quotaInWords, throttleInWords } from '@callboard/shared-types/plans/plan-words'
import { listNames } from '../lib/list-names.ts'

/** All that the gateway goes by, as far as it is known; null is not known. */
export interface WhyFacts {
  place: string
  request: string
  stage: { deployed: boolean } | undefined
  /** Of the live deployment. */
  route: { apiKeyRequired: boolean } | undefined
  /** Of the API as it's defined now; null where AWS doesn't tell. */
  defined: { apiKeyRequired: boolean } | undefined | null
  key: { id: string; name: string; enabled: boolean } | undefined
  plans: { id: string; name: string }[]
  /** The one of them through which the key may call the stage. */
  plan:
    | {
        id: string
        name: string
        throttle: Throttle | null
        ofMethod: boolean
        quota: Quota | null
        remaining: number | null
      }
    | undefined
  stageThrottle: Throttle | null
}

type Found = Omit<WhyLink, 'id'>

const ok = (text: string): Found => ({ state: 'ok', text, mend: null })
const notAsked = (text: string): Found => ({ state: 'not_asked', text, mend: null })
const broken = (text: string, mend?: Partial<Mend> & Pick<Mend, 'act'>): Found => ({
  state: 'broken',
  text,
  mend: mend ? { keyId: null, planId: null, ...mend } : null,
})

/** What each link is found to be, in the gateway's order (data plane facts; usage plan facts, 3.3 and 3.7). */
const links: [WhyLinkId, (facts: WhyFacts) => Found][] = [
  ['stage', stageLink],
  ['route', routeLink],
  ['key_required', requiredLink],
  ['known', knownLink],
  ['enabled', enabledLink],
  ['in_plan', inPlanLink],
  ['plan_has_stage', hasStageLink],
  ['plan_throttle', planThrottleLink],
  ['quota', quotaLink],
  ['stage_throttle', stageThrottleLink],
]

const answers: Partial<Record<WhyLinkId, WhyView['answer']>> = {
  stage: { status: 403, message: 'Forbidden' },
  route: { status: 403, message: 'Missing Authentication Token' },
  known: { status: 403, message: 'Forbidden' },
  enabled: { status: 403, message: 'Forbidden' },
  in_plan: { status: 403, message: 'Forbidden' },
  plan_has_stage: { status: 403, message: 'Forbidden' },
  plan_throttle: { status: 429, message: 'Too Many Requests' },
  quota: { status: 429, message: 'Limit Exceeded' },
  stage_throttle: { status: 429, message: 'Too Many Requests' },
}

const passes: WhyView['answer'] = { status: 200, message: '' }

/** Without a key that is asked for, these aren't looked at. */
const ofKey = new Set<WhyLinkId>(['known', 'enabled', 'in_plan', 'plan_has_stage', 'plan_throttle', 'quota'])

/** Walks a request's way and names the link that its answer comes from; every other broken one is named as well. */
export function walkLinks(facts: WhyFacts): Pick<WhyView, 'answer' | 'because' | 'links'> {
  const walked = links.map(([id, look]): WhyLink => ({ id, ...look(facts) }))
  const asked = walked.find(({ id }) => id === 'key_required')?.state !== 'broken'
  const stops = walked.find(({ id, state }) => state === 'broken' && answers[id] && (asked || !ofKey.has(id)))
  if (stops) return { answer: answers[stops.id]!, because: stops.id, links: walked }
  return { answer: passes, because: asked ? null : 'key_required', links: walked }
}

function stageLink({ stage, place }: WhyFacts): Found {
  if (!stage) return broken(`There is no stage ${place}.`)
  if (!stage.deployed) return broken(`${place} has no deployment, so it answers nothing.`, { act: 'deploy' })
  return ok(`${place} is there and deployed.`)
}

function routeLink({ stage, route, defined, request, place }: WhyFacts): Found {
  if (!stage?.deployed) return notAsked('Without a stage there are no methods.')
  if (route) return ok(`${request} is a method of the live deployment.`)
  if (defined) return broken(`${request} is defined, but not deployed to ${place} since.`, { act: 'deploy' })
  return broken(`${place} has no method ${request}.`)
}

function requiredLink({ route, defined, request }: WhyFacts): Found {
  if (!route) return notAsked('Without a method nothing asks for a key.')
  if (route.apiKeyRequired) return ok(`${request} asks for a key.`)
  if (defined?.apiKeyRequired)
    return broken(`${request} asks for a key as it is defined now, but that was not deployed since.`, { act: 'deploy' })
  return broken(`${request} asks for no key: it is open to anyone, and the plan’s limits are not looked at.`)
}

function knownLink({ key }: WhyFacts): Found {
  if (key) return ok(`The value is the key ${nameOf(key)}.`)
  return broken('No key was sent, or the value is no key of this account and region.')
}

function enabledLink({ key }: WhyFacts): Found {
  if (!key) return notAsked('There is no key to be enabled.')
  if (key.enabled) return ok(`${nameOf(key)} is enabled.`)
  return broken(`${nameOf(key)} is disabled.`, { act: 'enable', keyId: key.id })
}

function inPlanLink({ key, plans }: WhyFacts): Found {
  if (!key) return notAsked('There is no key to be in a plan.')
  if (plans.length > 0) return ok(`It is in ${listNames(plans.map(({ name }) => name))}.`)
  return broken(`${nameOf(key)} is in no usage plan: a key opens nothing by itself.`, {
    act: 'add_to_plan',
    keyId: key.id,
  })
}

function hasStageLink({ key, plans, plan, place }: WhyFacts): Found {
  if (!key || plans.length === 0) return notAsked('Without a plan no stage is reached.')
  if (plan) return ok(`${plan.name} has ${place}.`)
  const [first] = plans
  return broken(`${listNames(plans.map(({ name }) => name))} does not have ${place}.`, {
    act: 'add_stage',
    keyId: key.id,
    planId: first!.id,
  })
}

const isShut = ({ rateLimit, burstLimit }: Throttle) => rateLimit === 0 || burstLimit === 0

function planThrottleLink({ plan }: WhyFacts): Found {
  if (!plan) return notAsked('Without a plan there is no limit of it.')
  if (!plan.throttle) return ok(`${plan.name} limits no rate.`)
  const of = plan.ofMethod ? 'this method of it' : 'it'
  const limit = `${plan.name} lets ${of} take ${throttleInWords(plan.throttle)}, each key by itself`
  if (isShut(plan.throttle)) return broken(`${limit}: nothing passes.`, { act: 'edit_limits', planId: plan.id })
  return ok(`${limit}. Above that it is 429 Too Many Requests.`)
}

const whole = new Intl.NumberFormat('en')

function quotaLink({ key, plan }: WhyFacts): Found {
  if (!key || !plan) return notAsked('Without a plan there is no quota.')
  if (!plan.quota) return ok(`${plan.name} has no quota.`)
  const quota = `${quotaInWords(plan.quota)}, anew ${quotaBegins(plan.quota)}`
  if (plan.remaining === null)
    return { state: 'unknown', text: `AWS doesn’t tell what is left of ${quota}.`, mend: null }
  if (plan.remaining <= 0)
    return broken(`Nothing is left of ${quota}.`, { act: 'extend_quota', keyId: key.id, planId: plan.id })
  return ok(`${whole.format(plan.remaining)} are left of ${quota}.`)
}

function stageThrottleLink({ stage, stageThrottle }: WhyFacts): Found {
  if (!stage) return notAsked('Without a stage there is no limit of it.')
  if (!stageThrottle || stageThrottle.rateLimit < 0) return ok('The stage limits nothing by itself.')
  const limit = `The stage lets this method take ${throttleInWords(stageThrottle)}, all callers together`
  if (isShut(stageThrottle)) return broken(`${limit}: nothing passes.`, { act: 'edit_stage' })
  return ok(`${limit}.`)
}

const nameOf = ({ id, name }: { id: string; name: string }) => name || id
