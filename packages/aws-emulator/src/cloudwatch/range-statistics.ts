import { rankOf } from './rank.ts'
import type { Values } from './values.ts'

/** The share of the values between two bounds: by rank (percent) or by value; a missing bound is none. */
type Range = { by: 'percent' | 'value'; from: number | undefined; to: number | undefined }

type Kept = { count: number; sum: number; below: number; above: number; least: number; most: number }

const kinds: Record<string, (kept: Kept, all: Values) => number> = {
  /** Trimmed mean: the mean of what is in the range. */
  TM: ({ count, sum }) => sum / count,
  /** Winsorized mean: what is out of the range counts as the bound next to it. */
  WM: ({ sum, below, above, least, most }, { count }) => (sum + below * least + above * most) / count,
  TC: ({ count }) => count,
  TS: ({ sum }) => sum,
  /** Percentile rank: how many percent are in the range. */
  PR: ({ count }, all) => (100 * count) / all.count,
}

const short = /^(tm|wm|tc|ts)(\d{1,2}(?:\.\d{1,10})?|100)$/
const long = /^(TM|WM|TC|TS|PR)\((\d+(?:\.\d+)?)?(%?):(\d+(?:\.\d+)?)?(%?)\)$/

/** `tm99`, `IQM`, `TM(10%:90%)`, `PR(:300)` and their like (documented); undefined for any other name. */
export function rangeStatistic(name: string): ((values: Values) => number) | undefined {
  const asked = readName(name)
  const kind = asked && kinds[asked.kind]
  if (!asked || !kind) return undefined
  return (values) => {
    const kept = keep(values, asked.range)
    return kept.count === 0 && asked.kind !== 'TC' && asked.kind !== 'PR' ? NaN : kind(kept, values)
  }
}

function readName(name: string): { kind: string; range: Range } | undefined {
  if (name === 'IQM') return { kind: 'TM', range: { by: 'percent', from: 25, to: 75 } }
  const [, shortKind, percent] = short.exec(name) ?? []
  if (shortKind) {
    return { kind: shortKind.toUpperCase(), range: { by: 'percent', from: undefined, to: Number(percent) } }
  }
  const [, kind = '', from, fromUnit, to, toUnit] = long.exec(name) ?? []
  const isPercent = fromUnit === '%' || toUnit === '%'
  if (!kind || (from === undefined && to === undefined) || (isPercent && kind === 'PR')) return undefined
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  return { kind, range: { by: isPercent ? 'percent' : 'value', from: number(from), to: number(to) } }
}

/** The lower bound is out, the upper one in (documented for values). */
function keep(values: Values, { by, from, to }: Range): Kept {
  const { count } = values
  const last = by === 'percent' ? rankOf(to ?? 100, count) : count
  const first = by === 'percent' && from ? Math.min(last, rankOf(from, count) + 1) : 1
  const kept: Kept = { count: 0, sum: 0, below: 0, above: 0, least: NaN, most: NaN }
  let rank = 0
  for (const [value, times] of values.ascending()) {
    const inside =
      by === 'percent'
        ? Math.max(0, Math.min(rank + times, last) - Math.max(rank, first - 1))
        : value > (from ?? -Infinity) && value <= (to ?? Infinity)
          ? times
          : 0
    const outside = times - inside
    if (outside > 0 && kept.count === 0 && inside === 0) kept.below += outside
    else if (inside > 0 && kept.count === 0) {
      // Those of one value may be on both sides of a bound.
      kept.below += by === 'percent' ? Math.max(0, Math.min(outside, first - 1 - rank)) : 0
      kept.above += by === 'percent' ? outside - Math.max(0, Math.min(outside, first - 1 - rank)) : 0
      kept.least = value
    } else kept.above += outside
    if (inside > 0) kept.most = value
    kept.count += inside
    kept.sum += value * inside
    rank += times
  }
  return kept
}
