import { useLayoutEffect, useRef, type PointerEvent, type ReactNode } from 'react'
import { cx } from './cx'

interface ModalProps {
  label: string
  onClose: () => void
  /** A press beside it doesn't close it. */
  stays?: boolean
  className: string
  children: ReactNode
}

/** The browser's own dialog, in the middle over the page: it holds the focus and gives it back, and Escape closes it. */
export function Modal({ label, onClose, stays = false, className, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current!
    shown.showModal()
    return () => shown.close()
  }, [])
  const onPress = ({ target, clientX: x, clientY: y }: PointerEvent) => {
    if (stays || target !== dialog.current) return
    const { left, right, top, bottom } = dialog.current.getBoundingClientRect()
    if (x < left || x > right || y < top || y > bottom) onClose()
  }
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={onPress}
      className={cx(
        'bg-panel border-line shadow-pop text-ink fixed left-1/2 m-0 w-[calc(100vw-2rem)] -translate-x-1/2 rounded-lg border outline-none backdrop:bg-black/15 dark:backdrop:bg-black/35',
        className,
      )}
    >
      {children}
    </dialog>
  )
}
