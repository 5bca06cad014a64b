import { useNavigate } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import type { Change } from '@callboard/shared-types/changes/change.schemas'
import { usePerson, whyNot } from '../lib/person'
import { Button } from '../ui/button'

/** Opens the review of the undo; where there can be none, says why. */
export function UndoButton({ change }: { change: Change }) {
  const navigate = useNavigate()
  const person = usePerson()
  const { available, reason, undoneBy } = change.undo
  const why = available
    ? whyNot(person, 'operator', 'Undoing')
    : (reason ?? (undoneBy ? 'It was undone already.' : 'It has no undo.'))
  const open = () => void navigate({ to: '.', search: (search) => ({ ...search, undo: change.id }) })
  return (
    <Button size="small" why={why} onClick={open} aria-label={`Undo: ${change.title}`}>
      <Undo2 size={13} aria-hidden /> Undo…
    </Button>
  )
}
