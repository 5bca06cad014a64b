import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'

const popup = 'bg-panel border-line shadow-pop rounded-lg border p-3 outline-none'

export interface PopoverAtProps {
  /** What it opens beside. */
  anchor: Element
  title: ReactNode
  onClose: () => void
  children: ReactNode
}

const OpenPopover = ({ anchor, title, onClose, children }: PopoverAtProps) => (
  <Base.Root open onOpenChange={(open) => !open && onClose()}>
    <Base.Portal>
      <Base.Positioner sideOffset={6} anchor={anchor} className="z-40">
        <Base.Popup className={popup} finalFocus={() => anchor as HTMLElement}>
          <Base.Title className="text-sm font-semibold">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)

export default OpenPopover
