import type { SortKey } from './fleet-stage'

/** In pixels. */
export const rowHeight = 52

/** The columns' widths, for each width of the page; what a narrow page has no room for is `display: none` there. */
export const fleetGrid =
  'grid grid-cols-[32px_3.5fr_2.8fr_4.2fr_2.3fr] sm:grid-cols-[36px_4fr_2.2fr_4fr_2fr_2fr] ' +
  'md:grid-cols-[36px_15fr_8fr_14fr_14fr_9fr_8fr_8fr_8fr] lg:grid-cols-[36px_14.5fr_8fr_15.5fr_13.2fr_11.5fr_9.8fr_8fr_8fr_8fr]'

export interface FleetColumn {
  /** What it is sorted by; null where it can't be. */
  key: SortKey | null
  title: string
  /** Sorted from the highest down by its first click, as figures are. */
  downFirst?: boolean
  right?: boolean
  className?: string
}

export const fleetColumns: FleetColumn[] = [
  { key: 'api', title: 'API' },
  { key: 'stage', title: 'Stage' },
  { key: 'status', title: 'Status' },
  { key: 'deployment', title: 'Live deployment', className: 'max-md:hidden' },
  { key: 'change', title: 'Last change', className: 'max-lg:hidden' },
  { key: 'calls', title: 'Calls / min', downFirst: true, right: true, className: 'max-sm:hidden' },
  { key: null, title: 'Calls', className: 'max-md:hidden' },
  { key: 'errors', title: '5XX', downFirst: true },
  { key: 'p99', title: 'p99', downFirst: true, className: 'max-md:hidden' },
]
