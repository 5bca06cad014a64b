import { CopyPlus, Ellipsis, Trash2 } from 'lucide-react'
import { useWhyNot } from '../lib/why-not'
import { buttonClass } from '../ui/button'
import { Menu } from '../ui/menu'
import { MenuAction, MenuSeparator } from '../ui/menu-items'
import type { StageAct } from './stage-act'

interface StageMenuProps {
  connection: string
  stage: string
  onAct: (act: StageAct) => void
}

/** What is done to a stage as a whole. */
export function StageMenu({ connection, stage, onAct }: StageMenuProps) {
  const whyNotCopy = useWhyNot(connection, ['apigateway:PATCH'], 'Copying settings')
  const whyNotDelete = useWhyNot(connection, ['apigateway:DELETE'], 'Deleting')
  return (
    <Menu
      trigger={
        <button type="button" className={buttonClass('quiet', 'small')} aria-label={`More of ${stage}`}>
          <Ellipsis size={15} aria-hidden />
        </button>
      }
    >
      <MenuAction why={whyNotCopy} onClick={() => onAct('copy')}>
        <CopyPlus size={14} aria-hidden /> Copy settings onto it…
      </MenuAction>
      <MenuSeparator />
      <MenuAction why={whyNotDelete} onClick={() => onAct('delete')}>
        <Trash2 size={14} aria-hidden /> Delete the stage…
      </MenuAction>
    </Menu>
  )
}
