import { Eye, ShieldCheck, Wrench, type LucideIcon } from 'lucide-react'
import type { Person, Role } from '@callboard/shared-types/session/session.schemas'

const roles: Record<Role, { icon: LucideIcon; may: string }> = {
  viewer: { icon: Eye, may: 'sees everything, changes nothing' },
  operator: { icon: Wrench, may: 'rolls back and undoes' },
  admin: { icon: ShieldCheck, may: 'may do everything' },
}

interface PeopleListProps {
  people: Person[]
  disabled: boolean
  onChoose: (subject: string) => void
}

/** The demo's people, to come in as one of them. */
export const PeopleList = ({ people, disabled, onChoose }: PeopleListProps) => (
  <ul className="flex flex-col gap-1.5">
    {people.map((person) => (
      <li key={person.subject}>
        <PersonButton person={person} disabled={disabled} onChoose={() => onChoose(person.subject)} />
      </li>
    ))}
  </ul>
)

function PersonButton({ person, disabled, onChoose }: { person: Person; disabled: boolean; onChoose: () => void }) {
  const { icon: Icon, may } = roles[person.role]
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onChoose}
      className="border-line hover:border-accent hover:bg-accent-weak/40 flex w-full items-center gap-3 rounded-md border px-3 py-2 text-left transition-colors"
    >
      <Icon size={17} aria-hidden className="text-accent shrink-0" />
      <span>
        <span className="font-semibold">{person.name}</span> <span className="text-ink-2">· {person.role}</span>
        <span className="text-ink-3 block text-xs">{may}</span>
      </span>
    </button>
  )
}
