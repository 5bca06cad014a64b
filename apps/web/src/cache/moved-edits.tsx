import { Button } from '../ui/button'
import { Note } from '../ui/note'
import type { MovedField } from './cache-edits'

const shown = (value: MovedField['value']) => (value === true ? 'on' : value === false ? 'off' : (value ?? 'none'))

interface MovedEditsProps {
  moved: MovedField[]
  onKeep: (field: string) => void
  onTake: (field: string) => void
}

/** What somebody else changed under the edits: theirs and yours, to keep one. */
export function MovedEdits({ moved, onKeep, onTake }: MovedEditsProps) {
  if (moved.length === 0) return null
  return (
    <Note look="warn" alert>
      <p className="font-semibold">Somebody else changed what you are editing. Your edits are kept.</p>
      <ul className="text-ink mt-1 flex flex-col gap-1.5">
        {moved.map(({ field, label, over, present, value }) => (
          <li key={field} className="flex flex-wrap items-center gap-2">
            <span>
              {label}: was <b>{shown(over)}</b>, theirs is <b>{shown(present)}</b>, yours <b>{shown(value)}</b>
            </span>
            <Button size="small" onClick={() => onKeep(field)} aria-label={`Keep mine for ${label}`}>
              Keep mine
            </Button>
            <Button size="small" onClick={() => onTake(field)} aria-label={`Take theirs for ${label}`}>
              Take theirs
            </Button>
          </li>
        ))}
      </ul>
    </Note>
  )
}
