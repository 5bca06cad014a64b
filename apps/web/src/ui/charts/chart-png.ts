import { indexAt, timesOf, type ChartLine, type ChartSpan } from './chart'
import { timeTicks, valueTicks } from './scale'
import { topOf } from './series-path'

interface Picture {
  title: string
  lines: ChartLine[]
  span: ChartSpan
  floor: number | undefined
  axisFormat: (value: number) => string
  timeFormat: (at: number) => string
}

const size = { width: 960, height: 360, scale: 2 }
const area = { left: 64, right: 16, top: 64, bottom: 32 }

/** The chart as a picture in the colours of the page, drawn by hand: the page's own drawing needs its styles. */
export async function chartPng(picture: Picture): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = size.width * size.scale
  canvas.height = size.height * size.scale
  const on = canvas.getContext('2d')!
  on.scale(size.scale, size.scale)
  draw(on, picture)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser makes no PNG'))), 'image/png'),
  )
}

/** A token or any colour, as the canvas takes it: `light-dark()` is settled by a styled element. */
function resolver(): { of: (color: string) => string; done: () => void } {
  const probe = document.body.appendChild(document.createElement('i'))
  return {
    of: (color) => {
      probe.style.color = color
      return getComputedStyle(probe).color
    },
    done: () => probe.remove(),
  }
}

function draw(on: CanvasRenderingContext2D, { title, lines, span, floor, axisFormat, timeFormat }: Picture) {
  const color = resolver()
  const font = getComputedStyle(document.body).fontFamily
  const ticks = valueTicks(Math.max(...lines.map(({ series }) => topOf(series.values, floor))))
  const [right, bottom] = [size.width - area.right, size.height - area.bottom]
  const x = (at: number) => area.left + ((at - span.from) / (span.to - span.from)) * (right - area.left)
  const y = (value: number) => bottom - (value / ticks.at(-1)!) * (bottom - area.top)
  const text = (said: string, at: [number, number], { align = 'left', ink = 'ink-3', weight = 400, px = 12 } = {}) => {
    on.font = `${weight} ${px}px ${font}`
    on.textAlign = align as CanvasTextAlign
    on.fillStyle = color.of(`var(--color-${ink})`)
    on.fillText(said, ...at)
  }
  on.fillStyle = color.of('var(--color-panel)')
  on.fillRect(0, 0, size.width, size.height)
  text(title, [16, 26], { ink: 'ink', weight: 600, px: 15 })
  let key = 16
  for (const line of lines) {
    stroke(on, color.of(line.color), line.dashed, [
      [key, 44],
      [key + 14, 44],
    ])
    text(line.label, [key + 19, 48], { ink: 'ink-2' })
    key += 34 + on.measureText(line.label).width
  }
  for (const value of ticks) {
    stroke(on, color.of('var(--color-line-soft)'), false, [
      [area.left, y(value)],
      [right, y(value)],
    ])
    text(axisFormat(value), [area.left - 8, y(value) + 4], { align: 'right' })
  }
  for (const at of timeTicks(span.from, span.to, 8, 0))
    text(timeFormat(at), [x(at), size.height - 12], { align: 'center' })
  for (const line of lines)
    for (const run of runsOf(line, span))
      stroke(
        on,
        color.of(line.color),
        line.dashed,
        run.map(([at, value]) => [x(at), y(value)]),
      )
  color.done()
}

function stroke(on: CanvasRenderingContext2D, style: string, dashed: boolean | undefined, points: [number, number][]) {
  on.strokeStyle = style
  on.lineWidth = 1.6
  on.lineCap = 'round'
  on.setLineDash(dashed ? [4, 4] : [])
  on.beginPath()
  points.forEach(([x, y], n) => (n === 0 ? on.moveTo(x, y) : on.lineTo(x, y)))
  // A point alone is seen by its round cap.
  if (points.length === 1) on.lineTo(...points[0]!)
  on.stroke()
}

function runsOf({ series }: ChartLine, span: ChartSpan): [at: number, value: number][][] {
  const runs: [number, number][][] = [[]]
  for (const at of timesOf(span)) {
    const value = series.values[indexAt(series, at)] ?? null
    if (value === null) runs.push([])
    else runs.at(-1)!.push([at, value])
  }
  return runs.filter((run) => run.length > 0)
}
