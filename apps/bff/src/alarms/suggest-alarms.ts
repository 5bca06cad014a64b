import { toInstant } from '@callboard/shared-types/lib/instant'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AlarmRule, AlarmSuggestions, SuggestedAlarm } from '@callboard/shared-types/alarms/alarms.schemas'
import type { Window } from '../aws/metric-window.ts'
import { metricApiName } from '../aws/metrics.reader.ts'
import { readRestApi } from '../aws/rest-apis.reader.ts'
import { readStage } from '../aws/stages.reader.ts'
import type { Ctx } from '../lib/context.ts'
import { costOf, everyCall, rehearsalOf } from './rehearse.ts'
import { readStatusCounts } from './status-counts.ts'
import { readTwoWeeks, type Points } from './two-weeks.ts'

const shared = {
  route: null,
  periodSeconds: 300,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  comparison: 'GreaterThanThreshold',
  missingData: 'notBreaching',
  description: '',
} as const

const rules = {
  '5XX rate': { ...shared, metric: '5XXError', statistic: 'Average' },
  'p99 latency': { ...shared, metric: 'Latency', statistic: 'p99' },
  '4XX rate': { ...shared, metric: '4XXError', statistic: 'Average' },
  'no traffic': { ...shared, ...everyCall },
} as const satisfies Record<string, Omit<AlarmRule, 'threshold' | 'alarmActions' | 'okActions'>>

const throttled = { ...shared, metric: '429', statistic: 'Sum' } as const

type Name = keyof typeof rules

/** AWS's recommended alarms begin at these (metrics 5.4); below them a rate is noise, and so are a few throttled calls. */
const least = { '5XX rate': 0.01, '4XX rate': 0.05, 'p99 latency': 100, '429s': 10 }

/** A day of five minutes: with fewer points there's nothing to learn from. */
const enoughPoints = 288

/**
 * The set that most stages want, with thresholds above what was usual in the last two weeks: the level that 99 % of the
 * five minutes stayed below, and half as much again.
 * @throws not_found
 */
export async function suggestAlarms(ctx: Ctx, address: StageAddress, leaving?: AbortSignal): Promise<AlarmSuggestions> {
  const connection = ctx.connections.get(address.connection)
  const { name: apiName } = await readRestApi(connection, address.apiId)
  const stage = await readStage(connection, address.apiId, address.stage)
  const place = { apiName, stage: address.stage }
  const now = ctx.clocks.worldMs()
  const names = Object.keys(rules) as Name[]
  const { window, points, messages } = await readTwoWeeks(connection, place, Object.values(rules), now)
  const title = (name: string) => `${metricApiName(apiName)} ${address.stage} ${name}`
  const made = names.map((name, n) => suggestion(name, title(name), points[n]!, window))
  const calls = points[names.indexOf('no traffic')]!
  const asked = { status: throttled.metric, window, calls, nowMs: now, leaving }
  const counts = await readStatusCounts(connection, address, stage, asked)
  made.push(
    'why' in counts ? { what: '429s', ...counts } : throttledCalls(title('429s'), counts.points, window, counts.usd),
  )
  return {
    items: made.filter((one): one is SuggestedAlarm => 'rule' in one),
    without: made.filter((one): one is Without => 'what' in one),
    messages,
    cost: costOf(names.length, 'usd' in counts ? counts.usd : 0),
    asOf: toInstant(now),
  }
}

type Without = AlarmSuggestions['without'][number]

const tooFew = (what: string): Without => ({
  what,
  why: 'There are too few calls in the last two weeks to learn from.',
  running: false,
})

function suggestion(name: Name, title: string, points: Points, window: Window): SuggestedAlarm | Without {
  const known = points.filter((value) => value !== null)
  if (known.length < enoughPoints) return tooFew(name)
  return name === 'no traffic' ? noTraffic(title, points, window) : above(name, title, points, known, window)
}

function above(
  name: Exclude<Name, 'no traffic'>,
  title: string,
  points: Points,
  known: number[],
  window: Window,
): SuggestedAlarm {
  const usual = usualOf(known)
  const threshold = Math.max(least[name], roundUp(usual * 1.5))
  const isRate = name !== 'p99 latency'
  const text = (value: number) => (isRate ? `${tenth.format(value * 100)} %` : `${tenth.format(value)} ms`)
  const rule = { ...rules[name], threshold }
  return {
    name: title,
    rule: { ...rule, alarmActions: [], okActions: [] },
    why: `99 % of the last two weeks’ five minutes stayed at ${text(usual)} or less`,
    rehearsal: rehearsalOf(points, { ...rule, alarmActions: [], okActions: [] }, window),
  }
}

/** What 99 % of the periods stayed at or below. */
const usualOf = (known: number[]): number => known.toSorted((a, b) => a - b)[Math.ceil(known.length * 0.99) - 1]!

function throttledCalls(title: string, points: Points, window: Window, usd: number): SuggestedAlarm | Without {
  const known = points.filter((value) => value !== null)
  if (known.length < enoughPoints) return tooFew('429s')
  const usual = usualOf(known)
  const threshold = Math.max(least['429s'], Math.ceil(roundUp(usual * 1.5)))
  const rule = { ...throttled, threshold, alarmActions: [], okActions: [] }
  const most = Math.max(...known)
  return {
    name: title,
    rule,
    why:
      most === 0
        ? 'No call was throttled in the last two weeks'
        : `99 % of the last two weeks’ five minutes had ${tenth.format(usual)} or fewer, the worst ${tenth.format(most)}`,
    rehearsal: rehearsalOf(points, rule, window, usd),
  }
}

const quietMost = 3

/** Only for a stage that is never quiet: elsewhere no traffic is no news. */
function noTraffic(title: string, points: Points, window: Window): SuggestedAlarm | Without {
  const longest = longestQuiet(points)
  if (longest >= quietMost)
    return {
      what: 'no traffic',
      why: `Nobody called for up to ${longest * 5} minutes in the last two weeks: it would fire for nothing.`,
      running: false,
    }
  const rule = {
    ...rules['no traffic'],
    comparison: 'LessThanThreshold' as const,
    threshold: 1,
    evaluationPeriods: quietMost,
    datapointsToAlarm: quietMost,
    missingData: 'breaching' as const,
    alarmActions: [],
    okActions: [],
  }
  return {
    name: title,
    rule,
    why:
      longest === 0
        ? 'It was called in every five minutes of the last two weeks'
        : `It was never quiet for longer than ${longest * 5} minutes`,
    rehearsal: rehearsalOf(points, rule, window),
  }
}

function longestQuiet(points: Points): number {
  let [longest, run] = [0, 0]
  for (const value of points) {
    run = value ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest
}

const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** To two digits, up. */
function roundUp(value: number): number {
  if (value <= 0) return 0
  const step = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(6))
}
