import { plot, type ChartSpan } from './chart'

/** Where a moment and a value lie in the frame, in pixels. */
export interface PlotScale {
  x: (at: number) => number
  y: (value: number) => number
}

const tenth = (px: number) => Math.round(px * 10) / 10

/** @param top the value at the top of the plot; zero is at its bottom */
export function plotScale({ from, to }: ChartSpan, width: number, height: number, top: number): PlotScale {
  const [right, bottom] = [width - plot.right, height - plot.bottom]
  return {
    x: (at) => tenth(plot.left + ((at - from) / (to - from)) * (right - plot.left)),
    y: (value) => tenth(bottom - (value / top) * (bottom - plot.top)),
  }
}

const steps = [1, 2, 2.5, 5, 10]

/** Round ticks from zero to just above `top`, three to five of them. */
export function valueTicks(top: number): number[] {
  if (!(top > 0)) return [0, 1]
  const rough = top / 3.5
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = steps.find((s) => s * magnitude >= rough)! * magnitude
  const ticks = Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, index) => index * step)
  return ticks.map((tick) => Number(tick.toPrecision(12)))
}

const minute = 60_000
const day = 1_440
const timeSteps = [
  1,
  5,
  10,
  15,
  30,
  60,
  120,
  180,
  240,
  360,
  720,
  day,
  2 * day,
  7 * day,
  14 * day,
  30 * day,
  60 * day,
  90 * day,
].map((minutes) => minutes * minute)

/**
 * Round times between two instants, at most `most` of them.
 * @param offsetMs what local time is ahead of UTC, so that three-hourly ticks fall on local midnight
 */
export function timeTicks(from: number, to: number, most: number, offsetMs: number): number[] {
  const step = timeSteps.find((s) => (to - from) / s <= most) ?? timeSteps.at(-1)!
  const first = Math.ceil((from + offsetMs) / step) * step - offsetMs
  const ticks: number[] = []
  for (let at = first; at <= to; at += step) ticks.push(at)
  return ticks
}
