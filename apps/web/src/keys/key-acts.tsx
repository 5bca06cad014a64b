import { Ellipsis, Pencil, Power, RefreshCw } from 'lucide-react'
import type { KeyView } from '@callboard/shared-types/keys/keys.schemas'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'
import { Menu } from '../ui/menu'
import { MenuAction, MenuSeparator } from '../ui/menu-items'
import type { KeyAct } from './key-act'

/** What can be done with a key; each is reviewed first. */
export function KeyActs({
  connection,
  view,
  onAct,
}: {
  connection: string
  view: KeyView
  onAct: (act: KeyAct) => void
}) {
  const whyNot = useWhyNot(connection, ['apigateway:PATCH'], 'Changing a key')
  const { enabled } = view.key
  return (
    <>
      <Button why={whyNot} onClick={() => onAct('edit')}>
        <Pencil size={14} aria-hidden /> Edit…
      </Button>
      <Button why={whyNot} onClick={() => onAct('switch')}>
        <Power size={14} aria-hidden /> {enabled ? 'Disable…' : 'Enable…'}
      </Button>
      {enabled && (
        <Button why={whyNot} onClick={() => onAct('rotate')}>
          <RefreshCw size={14} aria-hidden /> Rotate…
        </Button>
      )}
      {whyNot === null && (
        <Menu
          trigger={
            <Button aria-label="More acts">
              <Ellipsis size={15} aria-hidden />
            </Button>
          }
        >
          <MenuAction onClick={() => onAct('reveal')}>Reveal the value…</MenuAction>
          {enabled && <MenuAction onClick={() => onAct('expire')}>Let it end on a day…</MenuAction>}
          <MenuSeparator />
          {enabled ? (
            <MenuAction onClick={() => onAct('retire')}>Disable now, delete later…</MenuAction>
          ) : (
            <MenuAction onClick={() => onAct('remove')}>Delete for good…</MenuAction>
          )}
        </Menu>
      )}
    </>
  )
}
