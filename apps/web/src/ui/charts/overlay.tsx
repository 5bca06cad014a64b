import { use, useEffect, useRef } from 'react'
import { date, noData } from '../../lib/format'
import { usePreferences } from '../../lib/preferences'
import { indexAt, plot, type ChartLine, type ChartSpan } from './chart'
import { CrosshairContext } from './crosshair'

interface OverlayProps {
  lines: ChartLine[]
  span: ChartSpan
  format: (value: number) => string
}

/** The crosshair and its reading: moved by transform, written by hand, so that a moving pointer renders nothing. */
export function Overlay({ lines, span, format }: OverlayProps) {
  const { zone } = usePreferences()
  const crosshair = use(CrosshairContext)
  const area = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLDivElement>(null)
  const time = useRef<HTMLDivElement>(null)
  const values = useRef<(HTMLSpanElement | null)[]>([])

  useEffect(() => {
    const draw = (at: number | null) => {
      if (!area.current || !line.current || !reading.current || !time.current) return
      line.current.hidden = reading.current.hidden = at === null
      if (at === null) return
      const x = ((at - span.from) / (span.to - span.from)) * area.current.clientWidth
      line.current.style.transform = `translateX(${x}px)`
      time.current.textContent = date(at, 'time', zone) + (at >= span.unfinishedFrom ? ', unfinished' : '')
      lines.forEach(({ series }, index) => {
        const value = series.values[indexAt(series, at)] ?? null
        values.current[index]!.textContent = value === null ? noData : format(value)
      })
      const flip = x > area.current.clientWidth / 2
      reading.current.style.transform = `translateX(${flip ? `calc(${x - 8}px - 100%)` : `${x + 8}px`})`
    }
    return crosshair?.follow(draw)
  }, [crosshair, lines, span, format, zone])

  const onPointerMove = (event: React.PointerEvent) => {
    const { left, width } = area.current!.getBoundingClientRect()
    const periodMs = span.periodSeconds * 1000
    const at = span.from + Math.min(Math.max((event.clientX - left) / width, 0), 1) * (span.to - span.from)
    crosshair?.show(Math.min(Math.round(at / periodMs) * periodMs, span.to))
  }

  return (
    <div
      ref={area}
      className="absolute"
      style={plot}
      aria-hidden
      onPointerMove={onPointerMove}
      onPointerLeave={() => crosshair?.show(null)}
    >
      <div ref={line} hidden className="bg-ink-2 pointer-events-none absolute inset-y-0 left-0 w-px" />
      <div
        ref={reading}
        hidden
        className="bg-panel border-line shadow-pop pointer-events-none absolute top-0 left-0 z-10 rounded-md border px-2 py-1 text-xs whitespace-nowrap"
      >
        <div ref={time} className="text-ink-3" />
        {lines.map(({ label, color }, index) => (
          <div key={label} className="flex items-center gap-1.5">
            <i className="h-0.75 w-2.5 rounded-full" style={{ background: color }} />
            <span className="text-ink-2">{label}</span>
            <span className="ml-auto pl-3 font-semibold" ref={(node) => void (values.current[index] = node)} />
          </div>
        ))}
      </div>
    </div>
  )
}
