interface FigureProps {
  /** Null without data. */
  value: string | null
  unit: string
  note: string | null
}

/** The one figure of a chart: what it was lately. */
export function Figure({ value, unit, note }: FigureProps) {
  if (value === null) return <span className="text-ink-3">no data lately</span>
  return (
    <span>
      <b className="text-ink text-lg">{value}</b> {unit} <span className="text-ink-3">{note}</span>
    </span>
  )
}
