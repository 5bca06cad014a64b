import { count, date } from '../../lib/format'

interface BurnDownProps {
  /** The period, epoch milliseconds. */
  fromMs: number
  toMs: number
  nowMs: number
  limit: number
  /** By UTC day since the period's beginning, the last being today. */
  used: (number | null)[]
  /** AWS's own figure of what is left, which an extension raises. */
  remaining: number
  pacePerDay: number
  runsOutMs: number | null
}

const dayMs = 86_400_000
const width = 520
const height = 120

/** What is left of a quota, falling from its limit; dotted, how it goes on at the present pace. */
export function BurnDown({ fromMs, toMs, nowMs, limit, used, remaining, pacePerDay, runsOutMs }: BurnDownProps) {
  const top = Math.max(limit, remaining)
  const x = (ms: number) => Math.round(((ms - fromMs) / (toMs - fromMs)) * width * 10) / 10
  const y = (left: number) => Math.round((1 - Math.max(0, left) / top) * height * 10) / 10
  const points: [number, number][] = [[fromMs, limit]]
  let sum = 0
  used.slice(0, -1).forEach((value, day) => {
    sum += value ?? 0
    points.push([fromMs + (day + 1) * dayMs, limit - sum])
  })
  points.push([nowMs, remaining])
  const line = points.map(([at, left]) => `${x(at)},${y(left)}`).join('L')
  const endMs = runsOutMs ?? toMs
  const endLeft = runsOutMs === null ? remaining - (pacePerDay * (toMs - nowMs)) / dayMs : 0
  const colour = runsOutMs === null ? 'var(--color-base)' : 'var(--color-bad)'
  return (
    <figure className="m-0">
      <svg
        role="img"
        aria-label={`${count(remaining)} of ${count(limit)} left`}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block h-30 w-full overflow-visible"
      >
        <path d={`M0,${height}H${width}`} stroke="var(--color-line)" vectorEffect="non-scaling-stroke" />
        <path
          d={`M0,${y(limit)}H${width}`}
          stroke="var(--color-line-strong)"
          strokeDasharray="3 4"
          vectorEffect="non-scaling-stroke"
        />
        <path d={`M${line}L${x(nowMs)},${height}L0,${height}Z`} fill={colour} fillOpacity={0.1} />
        <path d={`M${line}`} fill="none" stroke={colour} strokeWidth={1.8} vectorEffect="non-scaling-stroke" />
        {remaining > 0 && pacePerDay > 0 && (
          <path
            d={`M${x(nowMs)},${y(remaining)}L${x(endMs)},${y(endLeft)}`}
            fill="none"
            stroke={colour}
            strokeWidth={1.4}
            strokeDasharray="1 4"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <figcaption className="text-ink-3 text-2xs mt-1 flex justify-between">
        <span>{date(fromMs, 'dateTime', 'utc')} UTC</span>
        <span>{date(toMs, 'dateTime', 'utc')} UTC</span>
      </figcaption>
    </figure>
  )
}
