import { behaves } from '../demo/behaviours.ts'
import type { DemoApi, DemoStage } from '../demo/demo-api.ts'
import { release } from '../demo/release.ts'
import { calls, route } from '../demo/routes.ts'
import { cached } from '../demo/stage-maker.ts'
import { fleetName } from './fleet-names.ts'

const stageNames = ['dev', 'qa', 'staging', 'prod']
export const stagesPerApi = stageNames.length

const people = ['amira', 'ines', 'jonas', 'kenji', 'lena', 'mara', 'noah', 'priya', 'sofia', 'tom', 'wei']
const personAt = (index: number) => people[index % people.length] ?? ''

const handler = 'fleet-api:${stageVariables.lambdaAlias}'
const routes = [route('GET /items', handler), route('GET /items/{itemId}', handler), route('GET /health')]
const newRoutes = [...routes, route('POST /items', handler)]

const traffic = calls({ 'GET /items': 30, 'GET /items/i-1': 60, 'GET /health': 10 })
/** One API in so many is called, and then only its last stage, a few times a minute. */
const busyEvery = 5
const canaryEvery = 20
const cacheEvery = 25

/** The API of the fleet with the index, which has up to four stages. Equal for equal indexes. */
export function fleetApi(index: number, stageCount: number): DemoApi {
  const { name, domain } = fleetName(index)
  const names = stageNames.slice(0, stageCount)
  const age = 3 + (index % 60)
  /** Each stage a day after the one before it. */
  const reached = (daysAgo: number, stages: string[]) =>
    Object.fromEntries(stages.map((stage, step) => [stage, daysAgo + stages.length - step]))
  const live = index % canaryEvery === 0 ? names.slice(0, -1) : names
  const canary =
    live.length === names.length || live.length === 0
      ? undefined
      : { stage: names.at(-1) ?? '', daysAgo: age, percent: 10, overrides: {} }
  return {
    name,
    description: `${domain} of the fleet`,
    createdHoursAgo: 24 * (age + 200),
    tags: { team: domain, owner: personAt(index) },
    functions: [{ name: 'fleet-api', versions: { 1: behaves(40, 260, { notFound: 0.01 }) }, aliases: { live: '1' } }],
    releases: [
      release(`${name} 1.0, by ${personAt(index)}`, routes, reached(age + 90, names)),
      release(index % 3 === 0 ? undefined : `${name} 1.1, by ${personAt(index + 4)}`, routes, reached(age + 30, names)),
      release(
        `${name} 1.2, by ${personAt(index + 7)}`,
        newRoutes,
        reached(age, canary ? live : names.slice(0, 1 + (index % names.length))),
        canary,
      ),
    ],
    stages: names.map((stage, step) => fleetStage(stage, domain, index, step === names.length - 1)),
  }
}

function fleetStage(name: string, domain: string, index: number, isLast: boolean): DemoStage {
  const isBusy = isLast && index % busyEvery === 0
  const perMinute = 2 + (index % 7)
  return {
    name,
    description: `${domain} ${name}`,
    variables: { lambdaAlias: 'live', tableName: `${domain}-${name}` },
    tags: { team: domain, environment: name },
    settings: isLast && index % cacheEvery === 0 ? cached('0.5', { '~1items/GET': 60 }) : {},
    traffic: isBusy ? { peakPerMinute: perMinute, quietPerMinute: 1, calls: traffic } : undefined,
  }
}
