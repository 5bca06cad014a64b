import type { Instant } from '@callboard/shared-types/lib/instant'
import { Button } from '../ui/button'
import { Age, DateTime } from '../ui/when'

interface CompareTickProps {
  id: string
  name: string
  ticked: string[]
  onTick: (id: string) => void
}

/** Picks a deployment to be compared with another one that is picked. */
export const CompareTick = ({ id, name, ticked, onTick }: CompareTickProps) => (
  <input
    type="checkbox"
    aria-label={`Compare ${name}`}
    checked={ticked.includes(id)}
    onChange={() => onTick(id)}
    className="accent-accent block size-3.75"
  />
)

/** @param onCompare what is live first */
export const CompareWithLive = ({ name, onCompare }: { name: string; onCompare: () => void }) => (
  <Button
    look="quiet"
    size="small"
    className="max-md:hidden"
    onClick={onCompare}
    aria-label={`Compare ${name} with live`}
  >
    Compare with live
  </Button>
)

/** How long ago it was made, and where there's room when. */
export const MadeAt = ({ at }: { at: Instant }) => (
  <>
    <span className="max-xl:block">
      <Age at={at} />
    </span>{' '}
    <span className="text-ink-3 max-sm:hidden">
      <DateTime at={at} />
    </span>
  </>
)
