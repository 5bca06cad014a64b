import { cx } from '../cx'

export interface StripStretch {
  /** Epoch milliseconds. */
  from: number
  to: number
  look: 'ok' | 'bad' | 'unknown'
}

interface StateStripProps {
  from: number
  to: number
  stretches: StripStretch[]
  /** What a screen reader is told instead of the drawing. */
  label: string
}

/** Bad is high and full, fine is low, unknown is hatched: told apart without colour too. */
const looks = { ok: 'bg-ok/45 h-1.5', bad: 'bg-bad h-full', unknown: 'hatched h-full' }

/** How something was over a time, as a bar. What lasted too short to be seen is a hair line, at its end too. */
export const StateStrip = ({ from, to, stretches, label }: StateStripProps) => (
  <div
    role="img"
    aria-label={label}
    title={label}
    className="bg-line-soft relative h-4 min-w-32 overflow-hidden rounded-sm"
  >
    {stretches.map((stretch) => {
      const [begin, end] = [Math.max(from, stretch.from), Math.min(to, stretch.to)]
      if (end < begin) return null
      const share = (ms: number) => `${(ms / (to - from)) * 100}%`
      return (
        <span
          key={`${stretch.from} ${stretch.look}`}
          className={cx('absolute bottom-0', looks[stretch.look])}
          style={{ left: `min(${share(begin - from)}, 100% - 2px)`, width: `max(${share(end - begin)}, 2px)` }}
        />
      )
    })}
  </div>
)
