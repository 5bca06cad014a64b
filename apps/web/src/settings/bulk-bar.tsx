import { useState } from 'react'
import type { MethodChoice, MethodRow } from '@callboard/shared-types/settings/settings.schemas'
import { plural } from '../lib/format'
import { Button } from '../ui/button'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import { editMethod, toggleRemoval, type Edits } from './edits'
import { choiceOf, levels, type Level } from './log-level'

const keep = 'keep'
const onOff = [
  { value: keep, label: 'As they are' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const

interface BulkBarProps {
  rows: MethodRow[]
  edits: Edits
  onEdits: (edits: Edits) => void
  onDone: () => void
}

/** The same edit for all ticked methods: becomes edits like any other, to be looked at in the grid and reviewed. */
export function BulkBar({ rows, edits, onEdits, onDone }: BulkBarProps) {
  const [level, setLevel] = useState<Level | typeof keep>(keep)
  const [metrics, setMetrics] = useState<(typeof onOff)[number]['value']>(keep)
  const [rate, setRate] = useState<number | null>(null)
  const [burst, setBurst] = useState<number | null>(null)
  const choice: Partial<MethodChoice> = {
    ...(level !== keep && choiceOf[level]),
    ...(metrics !== keep && { metricsEnabled: metrics === 'on' }),
    ...(rate !== null && { throttlingRateLimit: rate }),
    ...(burst !== null && { throttlingBurstLimit: Math.round(burst) }),
  }
  const own = rows.filter((row) => row.own)
  const why =
    (rate ?? 0) < 0 || (burst ?? 0) < 0
      ? 'Limits are from 0 on'
      : Object.keys(choice).length === 0
        ? 'Choose what is to be set first'
        : null
  const apply = () => {
    onEdits(rows.reduce((all, row) => editMethod(all, row, choice), edits))
    onDone()
  }
  const remove = () => {
    const going = own.filter(({ key }) => !edits.removeOverrides.includes(key))
    onEdits(going.reduce((all, { key }) => toggleRemoval(all, key), edits))
    onDone()
  }
  return (
    <div
      role="group"
      aria-label={`Edit ${plural(rows.length, 'ticked method')} together`}
      className="bg-accent-weak border-line flex flex-wrap items-end gap-x-4 gap-y-2 border-y px-3.5 py-2"
    >
      <span className="self-center font-semibold">{rows.length} ticked</span>
      <Select
        label="Logging"
        value={level}
        options={[{ value: keep, label: 'As they are' }, ...levels]}
        onChoose={setLevel}
        className="w-36"
      />
      <Select label="Detailed metrics" value={metrics} options={[...onOff]} onChoose={setMetrics} className="w-32" />
      <NumberField label="Calls a second" value={rate} onChange={setRate} />
      <NumberField label="Burst" value={burst} onChange={setBurst} />
      <span className="ml-auto flex items-center gap-2">
        <Button onClick={remove} why={own.length === 0 ? 'None of them has settings of its own' : null}>
          Remove own settings
        </Button>
        <Button look="primary" why={why} onClick={apply}>
          Set for {plural(rows.length, 'method')}
        </Button>
      </span>
    </div>
  )
}
