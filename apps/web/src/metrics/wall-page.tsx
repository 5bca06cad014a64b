import { Link } from '@tanstack/react-router'
import { Maximize, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { date } from '../lib/format'
import { usePreferences } from '../lib/preferences'
import { rangeInWords } from '../lib/range'
import { useWorldNow } from '../lib/world-clock'
import { Button, buttonClass } from '../ui/button'
import { ChartGroup } from '../ui/charts/chart-group'
import { useTitle } from '../ui/page'

interface WallPageProps {
  range: TimeRange
  count: number
  /** @param chartPx how high a chart can be, so that all of it fits the screen */
  children: (chartPx: number) => ReactNode
}

/** Several stages on a screen that nobody touches: always dark, always fresh, the screen kept awake. */
export function WallPage({ range, count, children }: WallPageProps) {
  useTitle('Wall')
  useAwake()
  const { zone } = usePreferences()
  const now = useWorldNow()
  const columns = Math.max(1, Math.min(4, Math.ceil(Math.sqrt(count))))
  const chartPx = useChartHeight(Math.max(1, Math.ceil(count / columns)))
  return (
    <main className="bg-bg text-ink min-h-dvh p-3" style={{ colorScheme: 'dark' }}>
      <header className="mb-3 flex items-center gap-3">
        <h1 className="text-lg font-semibold">Callboard</h1>
        <span className="text-ink-2">{rangeInWords(range, zone)}</span>
        <span className="text-ink-2 ml-auto font-mono">{now > 0 && date(now, 'clock', zone)}</span>
        <Button
          size="small"
          look="quiet"
          aria-label="Full screen"
          onClick={() => void document.documentElement.requestFullscreen?.()}
        >
          <Maximize size={14} aria-hidden />
        </Button>
        <Link to="/" className={buttonClass('quiet', 'small')} aria-label="Back to the fleet">
          <X size={14} aria-hidden />
        </Link>
      </header>
      <ChartGroup>
        <div className="grid gap-3" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
          {children(chartPx)}
        </div>
      </ChartGroup>
    </main>
  )
}

/** What of a tile isn't its two charts, and what of the screen isn't tiles, in pixels. */
const tileRest = 150
const pageRest = 60
const leastChart = 64

/** So high is each of a tile's two charts when so many rows of tiles fill the screen. */
function useChartHeight(rows: number): number {
  const [screen, setScreen] = useState(window.innerHeight)
  useEffect(() => {
    const onResize = () => setScreen(window.innerHeight)
    window.addEventListener('resize', onResize)
    return () => window.removeEventListener('resize', onResize)
  }, [])
  return Math.max(leastChart, Math.floor(((screen - pageRest) / rows - tileRest) / 2))
}

/** Keeps the screen on while the page is in view, where the browser can. */
function useAwake() {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    let over = false
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      const held = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (over) await held?.release()
      else lock = held
    }
    void hold()
    const onVisible = () => void hold()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [])
}
