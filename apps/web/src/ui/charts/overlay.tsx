import { use, useEffect, useRef } from 'react'
import { date, noData } from '../../lib/format'
import { usePreferences } from '../../lib/preferences'
import { indexAt, plot, type ChartLine, type ChartSpan } from './chart'
import { ChartGroupContext } from './crosshair'
import { useDragZoom } from './use-drag-zoom'

interface OverlayProps {
  lines: ChartLine[]
  span: ChartSpan
  format: (value: number) => string
}

const dayMs = 86_400_000

/** The crosshair and its reading: moved by transform, written by hand, so that a moving pointer renders nothing. */
export function Overlay({ lines, span, format }: OverlayProps) {
  const { zone } = usePreferences()
  const group = use(ChartGroupContext)
  const area = useRef<HTMLDivElement>(null)
  const pointer = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLDivElement>(null)
  const time = useRef<HTMLDivElement>(null)
  const values = useRef<(HTMLSpanElement | null)[]>([])
  const { band, begin, move, end, cancel, shareAt } = useDragZoom(area, span)
  // Measured when it changes and not at each move, which would lay the page out anew.
  const width = useRef(0)

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => (width.current = entry!.contentRect.width))
    observer.observe(area.current!)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const format_ = span.to - span.from > dayMs ? 'dateTime' : 'time'
    const draw = (at: number | null) => {
      if (!pointer.current || !reading.current || !time.current) return
      if (at === null) return void (pointer.current.style.opacity = '0')
      const x = ((at - span.from) / (span.to - span.from)) * width.current
      pointer.current.style.opacity = '1'
      pointer.current.style.transform = `translateX(${x}px)`
      say(time.current, date(at, format_, zone) + (at >= span.unfinishedFrom ? ', unfinished' : ''))
      lines.forEach(({ series }, index) => {
        const value = series.values[indexAt(series, at)] ?? null
        say(values.current[index]!, value === null ? noData : format(value))
      })
      reading.current.classList.toggle('-translate-x-[calc(100%+16px)]', x > width.current / 2)
    }
    return group?.crosshair.follow(draw)
  }, [group, lines, span, format, zone])

  const onPointerMove = (event: React.PointerEvent) => {
    move(event)
    const periodMs = span.periodSeconds * 1000
    const at = span.from + shareAt(event) * (span.to - span.from)
    const snapped = span.from + Math.round((at - span.from) / periodMs) * periodMs
    group?.crosshair.show(Math.min(snapped, span.to))
  }

  return (
    <div
      ref={area}
      className="absolute touch-pan-y"
      style={plot}
      aria-hidden
      onPointerDown={begin}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={cancel}
      onPointerLeave={() => group?.crosshair.show(null)}
    >
      <div
        ref={band}
        hidden
        className="bg-accent/15 border-accent pointer-events-none absolute inset-y-0 left-0 origin-left border-x"
      />
      <div
        ref={pointer}
        className="bg-ink-2 pointer-events-none absolute inset-y-0 left-0 z-10 w-px opacity-0 will-change-[transform,opacity]"
      >
        <div
          ref={reading}
          className="bg-panel border-line shadow-pop absolute top-0 left-2 rounded-md border px-2 py-1 text-xs whitespace-nowrap contain-strict"
          style={sizeOf(lines)}
        >
          <div ref={time} className="text-ink-3" />
          {lines.map(({ label, color, dashed }, index) => (
            <div key={label} className="flex items-center gap-1.5">
              <LineKey color={color} dashed={dashed} />
              <span className="text-ink-2">{label}</span>
              <span className="ml-auto pl-3 font-semibold" ref={(node) => void (values.current[index] = node)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** The reading is as wide as its longest line may get, and stays so: what is written into it lays out nothing else. */
function sizeOf(lines: ChartLine[]) {
  const longest = Math.max(...lines.map(({ label }) => label.length))
  return { width: `${Math.max(longest + 14, 24)}ch`, height: `calc(${lines.length + 1}lh + 10px)` }
}

/** Puts a text into an element that has one, without making another node of it. */
function say(element: Element, text: string) {
  const { firstChild } = element
  if (!firstChild) element.textContent = text
  else if (firstChild.nodeValue !== text) firstChild.nodeValue = text
}

/** How a line looks, beside its name. */
export const LineKey = ({ color, dashed }: { color: string; dashed?: boolean | undefined }) => (
  <i
    aria-hidden
    className="inline-block h-0.75 w-2.5 shrink-0 rounded-full"
    style={
      dashed
        ? { background: `linear-gradient(90deg, ${color} 0 35%, transparent 35% 65%, ${color} 65%)` }
        : { background: color }
    }
  />
)
