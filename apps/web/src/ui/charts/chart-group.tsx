import { useState, type ReactNode } from 'react'
import { Crosshair, CrosshairContext } from './crosshair'

/** Charts within share one crosshair. */
export function ChartGroup({ children }: { children: ReactNode }) {
  const [crosshair] = useState(() => new Crosshair())
  return <CrosshairContext value={crosshair}>{children}</CrosshairContext>
}
