import { useNavigate } from '@tanstack/react-router'
import type { TimeRange } from '@callboard/shared-types/lib/time-range'
import { setPreference, usePreferences, zones } from '../lib/preferences'
import { rangeInWords, sentence } from '../lib/range'
import { buttonClass } from './button'
import { PopoverAt } from './popover'
import { RangeForm } from './range-form'
import { Segments } from './segments'

const more: TimeRange[] = ['15m', '6h', '3d', '2w', '30d', '90d']

const zoneNames = { local: 'Local', utc: 'UTC' } as const

interface RangePopoverProps {
  anchor: Element
  range: TimeRange
  onChoose: (range: TimeRange) => void
  onClose: () => void
}

/** Every other range, and in which zone times are shown. */
export default function RangePopover({ anchor, range, onChoose, onClose }: RangePopoverProps) {
  const { zone } = usePreferences()
  const navigate = useNavigate()
  return (
    <PopoverAt anchor={anchor} title="Another time range" onClose={onClose}>
      <div className="mt-2 flex w-72 flex-col gap-3">
        <div className="flex flex-wrap gap-1" role="group" aria-label="Up to now">
          {more.map((option) => (
            <button
              key={option}
              type="button"
              onClick={() => onChoose(option)}
              className={buttonClass('plain', 'small')}
            >
              {sentence(rangeInWords(option, zone))}
            </button>
          ))}
        </div>
        <RangeForm key={`${range} ${zone}`} range={range} onChoose={onChoose} />
        <div className="flex items-center justify-between gap-2">
          <span className="text-ink-2 text-xs">Times are</span>
          <Segments
            label="Times"
            value={zone}
            options={zones.map((value) => ({ value, label: zoneNames[value] }))}
            onChoose={(next) => {
              setPreference({ zone: next })
              void navigate({ to: '.', search: (search) => ({ ...search, zone: next }), replace: true })
            }}
          />
        </div>
      </div>
    </PopoverAt>
  )
}
