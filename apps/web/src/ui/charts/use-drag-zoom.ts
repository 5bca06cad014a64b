import { use, useRef, type PointerEvent, type RefObject } from 'react'
import type { ChartSpan } from './chart'
import { ChartGroupContext } from './crosshair'

/** A hand that shakes draws no stretch. */
const leastPx = 6

/** A stretch drawn over a chart with the mouse; nothing of it is rendered by React. */
export function useDragZoom(area: RefObject<HTMLDivElement | null>, span: ChartSpan) {
  const group = use(ChartGroupContext)
  const band = useRef<HTMLDivElement>(null)
  const begun = useRef<number | null>(null)
  const box = useRef<DOMRect | null>(null)

  const xAt = ({ clientX }: PointerEvent) => {
    const { left, width } = box.current ?? area.current!.getBoundingClientRect()
    return Math.min(Math.max(clientX - left, 0), width)
  }
  const cancel = () => {
    begun.current = box.current = null
    if (band.current) band.current.hidden = true
  }
  return {
    band,
    cancel,
    /** Where the pointer is in the plot, 0 to 1. */
    shareAt(event: PointerEvent): number {
      const { left, width } = box.current ?? area.current!.getBoundingClientRect()
      return Math.min(Math.max((event.clientX - left) / width, 0), 1)
    },
    begin(event: PointerEvent) {
      if (event.button !== 0 || event.pointerType === 'touch') return
      event.currentTarget.setPointerCapture(event.pointerId)
      box.current = area.current!.getBoundingClientRect()
      begun.current = xAt(event)
    },
    move(event: PointerEvent) {
      if (begun.current === null || !band.current) return
      const x = xAt(event)
      band.current.hidden = Math.abs(x - begun.current) < leastPx
      band.current.style.transform = `translateX(${Math.min(x, begun.current)}px)`
      band.current.style.width = `${Math.abs(x - begun.current)}px`
    },
    end(event: PointerEvent) {
      const from = begun.current
      const { width } = box.current ?? { width: 1 }
      const to = from === null ? 0 : xAt(event)
      cancel()
      if (from === null || Math.abs(to - from) < leastPx) return
      const [first, last] = [Math.min(from, to), Math.max(from, to)].map(
        (x) => span.from + (x / width) * (span.to - span.from),
      ) as [number, number]
      const periodMs = span.periodSeconds * 1000
      const whole = (at: number) => Math.round((at - span.from) / periodMs) * periodMs + span.from
      group?.zoom(whole(first), Math.max(whole(last), whole(first) + periodMs))
    },
  }
}
