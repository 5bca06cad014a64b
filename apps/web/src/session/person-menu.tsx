import { ChevronDown } from 'lucide-react'
import { lazy } from 'react'
import type { Session } from '@callboard/shared-types/session/session.schemas'
import { usePerson } from '../lib/person'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu'

const PersonMenuItems = lazy(() => import('./person-menu-items'))

/** Who is here, with the menu of what that person can change. */
export function PersonMenu({ onLeft }: { onLeft: (session: Session) => void }) {
  const person = usePerson()
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={buttonClass('plain', 'small')}
          aria-label={`${person.name}, ${person.role}: menu`}
        >
          {person.name} <span className="text-ink-3">· {person.role}</span>
          <ChevronDown size={13} aria-hidden className="text-ink-3" />
        </button>
      }
    >
      <PersonMenuItems onLeft={onLeft} />
    </Menu>
  )
}
