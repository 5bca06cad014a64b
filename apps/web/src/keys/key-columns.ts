/** In pixels. */
export const keyRowHeight = 48

/** The columns' widths, for each width of the page; what a narrow page has no room for is `display: none` there. */
export const keyGrid =
  'grid grid-cols-[4fr_2.4fr_2fr] sm:grid-cols-[4fr_2fr_2.6fr_2fr] lg:grid-cols-[4.2fr_3fr_1.6fr_3.4fr_120px_1.7fr]'

interface KeyColumn {
  /** What it is sorted by; null where it can't be. */
  key: 'name' | 'owner' | 'created' | null
  title: string
  className?: string
}

export const keyColumns: KeyColumn[] = [
  { key: 'name', title: 'Key' },
  { key: 'owner', title: 'Owner', className: 'max-lg:hidden' },
  { key: null, title: 'State' },
  { key: null, title: 'Usage plans' },
  { key: null, title: '30 days', className: 'max-lg:hidden' },
  { key: 'created', title: 'Made', className: 'max-sm:hidden' },
]
