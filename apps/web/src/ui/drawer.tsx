import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { buttonClass } from './button'

interface DrawerProps {
  title: ReactNode
  subtitle?: ReactNode
  onClose: () => void
  footer?: ReactNode
  children: ReactNode
}

/** Comes in from the right over the page. A click beside it doesn't close it: what was typed stays. */
export function Drawer({ title, subtitle, onClose, footer, children }: DrawerProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-black/15 transition-opacity duration-150 data-starting-style:opacity-0 dark:bg-black/35" />
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          className="outline-none bg-panel border-line shadow-drawer fixed inset-y-0 right-0 z-40 flex w-full max-w-136 flex-col border-l transition-transform duration-150 ease-out data-starting-style:translate-x-6"
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</Dialog.Title>
              {subtitle && <Dialog.Description className="text-ink-3 text-xs">{subtitle}</Dialog.Description>}
            </div>
            <Dialog.Close className={buttonClass('quiet', 'small')} aria-label="Close">
              <X size={15} aria-hidden />
            </Dialog.Close>
          </header>
          <div className="flex flex-1 flex-col gap-3.5 overflow-y-auto px-5 pt-1.5 pb-5">{children}</div>
          {footer && (
            <footer className="border-line flex flex-wrap items-center gap-2.5 border-t px-5 py-3">{footer}</footer>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
