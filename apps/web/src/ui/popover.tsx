import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

interface PopoverProps {
  trigger: ReactElement
  title: string
  open?: boolean
  onOpen?: (open: boolean) => void
  children: ReactNode
}

const popup = 'bg-panel border-line shadow-pop rounded-lg border p-3 outline-none'

/** A small form or list that opens beside its button. */
export const Popover = ({ trigger, title, open, onOpen, children }: PopoverProps) => (
  <Base.Root open={open} onOpenChange={onOpen}>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner sideOffset={6} align="end" className="z-40">
        <Base.Popup className={popup}>
          <Base.Title className="sr-only">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)

interface PopoverAtProps {
  /** What it opens beside. */
  anchor: Element
  title: ReactNode
  onClose: () => void
  children: ReactNode
}

/** The same for one of many things that can be opened: only the open one costs anything. */
export const PopoverAt = ({ anchor, title, onClose, children }: PopoverAtProps) => (
  <Base.Root open onOpenChange={(open) => !open && onClose()}>
    <Base.Portal>
      <Base.Positioner sideOffset={6} anchor={anchor} className="z-40">
        <Base.Popup className={popup}>
          <Base.Title className="text-sm font-semibold">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)
