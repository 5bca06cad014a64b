import { useState } from 'react'
import { seeRange, type TimeRange } from '@callboard/shared-types/lib/time-range'
import { usePreferences } from '../lib/preferences'
import { spelledInstant, typedRange } from '../lib/range-form'
import { worldClock } from '../lib/world-clock'
import { Button } from './button'
import { TextField } from './text-field'

interface RangeFormProps {
  range: TimeRange
  onChoose: (range: TimeRange) => void
}

/** From an instant to another, or till now. */
export function RangeForm({ range, onChoose }: RangeFormProps) {
  const { zone } = usePreferences()
  const [typed, setTyped] = useState(() => beginWith(range, zone))
  const [wrong, setWrong] = useState<{ field: 'from' | 'to'; error: string } | null>(null)
  const field = (name: 'from' | 'to', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={typed[name]}
      error={wrong?.field === name ? wrong.error : null}
      className="w-full font-mono text-xs"
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  )
  return (
    <form
      className="border-line-soft flex flex-col gap-1.5 border-y py-3"
      onSubmit={(event) => {
        event.preventDefault()
        const read = typedRange(typed, zone, worldClock.now() ?? Infinity)
        if ('error' in read) return setWrong(read)
        onChoose(read.range)
      }}
    >
      {field('from', 'From')}
      {field('to', 'To', 'Empty: up to now')}
      <Button type="submit" size="small" look="primary" className="self-end">
        Show
      </Button>
    </form>
  )
}

function beginWith(range: TimeRange, zone: 'local' | 'utc') {
  const now = worldClock.now()
  const seen = now === null ? null : seeRange(range, now)
  if (!seen) return { from: '', to: '' }
  return { from: spelledInstant(seen.fromMs, zone), to: seen.endsNow ? '' : spelledInstant(seen.toMs, zone) }
}
