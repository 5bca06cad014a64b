import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { cx } from './cx'

export type PointLook = 'first' | 'ours' | 'theirs' | 'gone'

export interface TimelinePoint {
  id: string
  look: PointLook
  /** What a screen reader says of it, and what the pointer over it shows. */
  text: string
  /** Under it, where it isn't the same as of the point before, such as its day. */
  label: string
}

interface TimelineProps {
  label: string
  /** Oldest first. */
  points: TimelinePoint[]
  selected: string
  /** Another point that is looked at beside it. */
  beside?: string | undefined
  onSelect: (id: string) => void
}

const looks: Record<PointLook, string> = {
  first: 'border-line-strong bg-panel',
  ours: 'border-accent bg-accent',
  theirs: 'border-warn bg-warn rotate-45 rounded-[2px]!',
  gone: 'border-bad bg-panel',
}

/** The mark of a point, as its legend has it too. */
export const PointMark = ({ look, large }: { look: PointLook; large?: boolean }) => (
  <i
    aria-hidden
    className={cx('inline-block shrink-0 rounded-full border-2', large ? 'size-3.5' : 'size-2.5', looks[look])}
  />
)

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: -Infinity,
  End: Infinity,
}

/**
 * Points in time, one step apart however far they lie, to go along: arrows to the next, Page 5, Home and End, a click or a
 * drag to the nearest. How long each held stands with it, not in its distance: changes come in bursts.
 */
export function Timeline({ label, points, selected, beside, onSelect }: TimelineProps) {
  const track = useRef<HTMLDivElement>(null)
  const at = points.findIndex(({ id }) => id === selected)
  const go = (index: number) => {
    const next = points[Math.min(Math.max(index, 0), points.length - 1)]
    if (next && next.id !== selected) onSelect(next.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    go(at + step)
  }
  const onPointer = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (!box || event.buttons !== 1) return
    go(Math.floor(((event.clientX - box.left) / box.width) * points.length))
  }
  const place = (index: number) => `${((index + 0.5) / points.length) * 100}%`
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={at + 1}
      aria-valuetext={points[at]?.text}
      onKeyDown={onKeyDown}
      className="group cursor-pointer touch-none rounded-md py-1.5 select-none"
    >
      <div ref={track} onPointerDown={onPointer} onPointerMove={onPointer} className="relative h-12">
        <span className="bg-line absolute inset-x-0 top-4 h-0.5 -translate-y-1/2" />
        {at >= 0 && (
          <span
            className="bg-accent/45 absolute top-4 h-1 -translate-y-1/2 rounded-full transition-[left,width] duration-150"
            style={{ left: place(at), right: at === points.length - 1 ? 0 : `calc(100% - ${place(at + 1)})` }}
          />
        )}
        {points.map((point, index) => (
          <span
            key={point.id}
            title={point.text}
            className="absolute top-0 flex h-full -translate-x-1/2 flex-col items-center"
            style={{ left: place(index) }}
          >
            <span
              className={cx(
                'grid size-8 place-items-center rounded-full',
                index === at && 'bg-accent-weak ring-accent ring-2 ring-inset',
                point.id === beside && index !== at && 'ring-line-strong ring-1 ring-inset',
              )}
            >
              <PointMark look={point.look} large={index === at} />
            </span>
            {point.label !== points[index - 1]?.label && (
              <span className="text-ink-3 text-2xs whitespace-nowrap">{point.label}</span>
            )}
          </span>
        ))}
      </div>
    </div>
  )
}
