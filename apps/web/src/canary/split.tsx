import { count, share } from '../lib/format'
import { NumberField } from '../ui/number-field'
import { Slider } from '../ui/slider'

interface SplitProps {
  /** What the canary gets, in percent; null while the field is empty. */
  percent: number | null
  onChange: (percent: number | null) => void
  /** Of the whole stage; null where nobody knows. */
  callsPerMinute: number | null
  error: string | null
}

/** How the traffic is shared, drawn and in calls a minute. Moving it changes nothing by itself. */
export function Split({ percent, onChange, callsPerMinute, error }: SplitProps) {
  const drawn = Math.min(100, Math.max(0, percent ?? 0))
  return (
    <div className="flex flex-col gap-2">
      <div className="flex h-9 overflow-hidden rounded-md text-xs font-semibold" aria-hidden>
        <div className="bg-base/20 text-ink relative min-w-0 flex-1">
          <span className="absolute inset-y-0 left-2.5 flex items-center whitespace-nowrap">
            Base {share(100 - drawn)}
          </span>
        </div>
        <div
          className="bg-canary-weak text-canary-ink border-canary relative min-w-0 border-l-2"
          style={{ width: `${drawn}%` }}
        >
          {drawn >= 20 && (
            <span className="absolute inset-y-0 right-2.5 flex items-center whitespace-nowrap">
              Canary {share(drawn)}
            </span>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        <div className="min-w-48 flex-1">
          <Slider
            label="Share of the canary"
            value={drawn}
            onChange={onChange}
            text={(value) => `${share(value)} on the canary`}
          />
        </div>
        <NumberField
          label="Canary share"
          quietLabel
          value={percent}
          onChange={onChange}
          unit="%"
          error={error}
          className="w-20"
        />
      </div>
      <p className="text-ink-2 flex justify-between text-xs">
        <span>Base: {perMinute(callsPerMinute, 100 - drawn)}</span>
        <span>Canary: {perMinute(callsPerMinute, drawn)}</span>
      </p>
    </div>
  )
}

const perMinute = (calls: number | null, percent: number) =>
  calls === null ? 'no traffic known' : `about ${count((calls * percent) / 100)} calls a minute`

/** Why AWS, or we, wouldn't take it; null where it's fine. */
export function shareError(percent: number | null): string | null {
  if (percent === null) return 'Give a share from 0 to 100'
  if (percent < 0 || percent > 100) return 'A share is from 0 to 100 %'
  return Math.abs(percent * 10 - Math.round(percent * 10)) > 1e-9 ? 'At most one decimal' : null
}
