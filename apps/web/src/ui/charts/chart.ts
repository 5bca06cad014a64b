import type { LinkProps } from '@tanstack/react-router'
import type { Series } from '@callboard/shared-types/metrics/metrics.schemas'

/** One line of a chart. */
export interface ChartLine {
  label: string
  color: string
  series: Series
  /** Of another time or to compare with. */
  dashed?: boolean
}

/** Something that happened, at a moment of the chart. */
export interface ChartMark {
  /** Epoch milliseconds. */
  at: number
  text: string
  /** Where it is told in full. */
  link: LinkProps
  /** What can be done about it. */
  actions?: { label: string; link: LinkProps }[]
}

/** The span that all charts of a page share. */
export interface ChartSpan {
  from: number
  to: number
  periodSeconds: number
  /** From here on the points are provisional. */
  unfinishedFrom: number
}

/** Where the plot lies in its frame, in pixels. */
export const plot = { left: 48, right: 10, top: 8, bottom: 22 }

/** In pixels, unless told. */
export const chartHeight = 168

/** The index of the point that covers `at`, in a series. */
export const indexAt = (series: Series, at: number): number =>
  Math.floor((at - Date.parse(series.from)) / (series.periodSeconds * 1000))

/** The beginnings of the span's points. */
export function timesOf({ from, to, periodSeconds }: ChartSpan): number[] {
  const periodMs = periodSeconds * 1000
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / periodMs)) }, (_, n) => from + n * periodMs)
}

export const isEmpty = (lines: ChartLine[]): boolean =>
  lines.every(({ series }) => series.values.every((value) => value === null))
