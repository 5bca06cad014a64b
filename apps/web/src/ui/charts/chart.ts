import type { LinkProps } from '@tanstack/react-router'
import type { Series } from '@callboard/shared-types/metrics/metrics.schemas'

/** One line of a chart. */
export interface ChartLine {
  label: string
  color: string
  series: Series
}

/** Something that happened, at a moment of the chart. */
export interface ChartMark {
  /** Epoch milliseconds. */
  at: number
  text: string
  /** Where it is told in full. */
  link: LinkProps
}

/** The span that all charts of a page share. */
export interface ChartSpan {
  from: number
  to: number
  periodSeconds: number
  /** From here on the points are provisional. */
  unfinishedFrom: number
}

/** Where the plot lies in its frame, in pixels; the overlay and Recharts must agree on it. */
export const plot = { left: 48, right: 10, top: 8, bottom: 22 }

/** In pixels, unless told. */
export const chartHeight = 168

/** The index of the point that covers `at`, in a series. */
export const indexAt = (series: Series, at: number): number =>
  Math.floor((at - Date.parse(series.from)) / (series.periodSeconds * 1000))
