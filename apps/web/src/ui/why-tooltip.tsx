import { Tooltip as Base } from '@base-ui/react/tooltip'
import { useEffect, useState } from 'react'

const hoverDelayMs = 250

const describedBy = (id: string) => document.querySelector(`[aria-describedby="${id}"]`)

/**
 * A button's reason, on hover, on focus by keyboard and on a press. It stands beside the button and not around it: what is
 * around it comes and goes with the reason, and a button made anew has lost the focus.
 * @param id of the description, which the button names
 */
export default function WhyTooltip({ id, why }: { id: string; why: string }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const button = describedBy(id)
    if (!button) return
    const leaving = new AbortController()
    const on = (event: string, listener: () => void) =>
      button.addEventListener(event, listener, { signal: leaving.signal })
    let waiting: ReturnType<typeof setTimeout> | undefined
    const show = (shown: boolean, delayMs = 0) => {
      clearTimeout(waiting)
      waiting = setTimeout(() => setOpen(shown), delayMs)
    }
    on('pointerenter', () => show(true, hoverDelayMs))
    on('pointerleave', () => show(false))
    on('focus', () => button.matches(':focus-visible') && show(true))
    on('blur', () => show(false))
    on('click', () => show(true))
    // The pointer can be there before this is.
    if (button.matches(':hover')) show(true, hoverDelayMs)
    return () => {
      leaving.abort()
      clearTimeout(waiting)
    }
  }, [id])
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Portal>
        <Base.Positioner anchor={() => describedBy(id)} sideOffset={6} className="z-50">
          <Base.Popup className="bg-ink text-panel shadow-pop max-w-72 rounded-md px-2.5 py-1.5 text-xs">
            {why}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
