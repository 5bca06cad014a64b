import { TextField } from '../ui/text-field'
import type { ReviewState } from './use-review'

/** What the verb wants to be told before it can plan, if anything. */
export function ReviewAsk({ state: { ask, asked, setAsked } }: { state: ReviewState }) {
  if (!ask) return null
  return (
    <TextField
      label={ask.label}
      hint={ask.hint}
      maxLength={ask.maxLength}
      value={asked}
      onChange={(event) => setAsked(event.target.value)}
      autoComplete="off"
    />
  )
}
