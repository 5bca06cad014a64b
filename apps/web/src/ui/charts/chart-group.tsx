import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { rangeBetween } from '@callboard/shared-types/lib/time-range'
import { ChartGroupContext, Crosshair } from './crosshair'
import { WarmUp } from './warm-up'

/** Charts within share one crosshair, and a stretch drawn over one of them is what all of them show then. */
export function ChartGroup({ children }: { children: ReactNode }) {
  const [crosshair] = useState(() => new Crosshair())
  const navigate = useNavigate()
  const group = useMemo(
    () => ({
      crosshair,
      zoom: (from: number, to: number) =>
        void navigate({ to: '.', search: (search) => ({ ...search, range: rangeBetween(from, to) }) }),
    }),
    [crosshair, navigate],
  )
  return (
    <ChartGroupContext value={group}>
      {children}
      <WarmUp />
    </ChartGroupContext>
  )
}
