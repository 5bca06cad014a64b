import { Button } from '../ui/button'
import { Note } from '../ui/note'
import type { Moved } from './moved'

const show = (value: string | null) => value ?? 'none'

/** The stage changed under the open review: says what, and waits until the person has looked. */
export function MovedNote({ moved, onLooked }: { moved: Moved[]; onLooked: () => void }) {
  return (
    <Note look="warn" alert>
      <p className="font-semibold">It changed while you looked. Nothing was sent.</p>
      <ul className="text-ink my-1 flex flex-col gap-0.5">
        {moved.map(({ field, label, before, after }) => (
          <li key={field}>
            {label}
            {(before !== null || after !== null) && (
              <span className="font-mono text-xs">
                : {show(before)} → {show(after)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="text-ink-2">Below is how it is now. Your reason is kept.</p>
      <Button size="small" className="mt-2" onClick={onLooked}>
        I have looked at it
      </Button>
    </Note>
  )
}
