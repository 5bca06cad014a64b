import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import type { Session } from '@callboard/shared-types/session/session.schemas'
import { commandKey, isShortcut, useKeys } from '../lib/keys'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { Palette } from '../ui/palette'
import { ShortcutList } from '../ui/shortcut-list'
import { useCommands } from './-commands'

const places = { f: '/', k: '/keys', p: '/plans', a: '/activity', c: '/connections' } as const
const isPlace = (key: string): key is keyof typeof places => Object.hasOwn(places, key)

/** How long after `g` the place may follow. */
const chordMs = 1_500

/** The palette, the list of shortcuts, and the keys that open them or go places. */
export function Shortcuts({ onLeft }: { onLeft: (session: Session) => void }) {
  const [open, setOpen] = useState<'palette' | 'list' | null>(null)
  const begun = useRef(-Infinity)
  const navigate = useNavigate()
  const onKey = useCallback(
    (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        return setOpen((now) => (now === 'palette' ? null : 'palette'))
      }
      if (!isShortcut(event)) return
      const goes = event.timeStamp - begun.current < chordMs
      begun.current = event.key === 'g' && !goes ? event.timeStamp : -Infinity
      if (goes && isPlace(event.key)) return void navigate({ to: places[event.key] })
      if (event.key === '?') setOpen('list')
    },
    [navigate],
  )
  useKeys(onKey)
  const close = () => setOpen(null)
  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen('palette')}
        aria-label="Go to or do anything"
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Search size={13} aria-hidden className="text-ink-3" />
        <span aria-hidden className="max-sm:hidden">
          <Kbd>{`${commandKey} K`}</Kbd>
        </span>
      </Button>
      {open === 'palette' && <OpenPalette onLeft={onLeft} onClose={close} />}
      {open === 'list' && <ShortcutList onClose={close} />}
    </>
  )
}

/** Asks for what it lists only while it's open. */
const OpenPalette = ({ onLeft, onClose }: { onLeft: (session: Session) => void; onClose: () => void }) => (
  <Palette commands={useCommands(onLeft)} onClose={onClose} />
)
