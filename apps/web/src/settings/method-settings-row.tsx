import type { MethodChoice, MethodRow } from '@callboard/shared-types/settings/settings.schemas'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { RowHead, Td } from '../ui/table'
import { Tick } from '../ui/tick'
import { DateTime } from '../ui/when'
import { editMethod, toggleRemoval, type Edits } from './edits'
import { choiceOf, levelOf, levels } from './log-level'

interface MethodSettingsRowProps {
  row: MethodRow
  edits: Edits
  onEdits: (edits: Edits) => void
  ticked: boolean
  onTick: (ticked: boolean) => void
}

export function MethodSettingsRow({ row, edits, onEdits, ticked, onTick }: MethodSettingsRowProps) {
  const edited = edits.methods[row.key]
  const shown = { ...row.effective, ...edited }
  const removed = edits.removeOverrides.includes(row.key)
  const set = (choice: Partial<MethodChoice>) => onEdits(editMethod(edits, row, choice))
  return (
    <tr className={removed ? 'opacity-60' : undefined}>
      <Td className="w-8">
        <Tick label={`Tick ${row.name}`} checked={ticked} onChange={onTick} />
      </Td>
      <RowHead className="font-mono text-xs whitespace-nowrap">{row.name}</RowHead>
      <Td>
        <Select
          label={`Logging of ${row.name}`}
          quietLabel
          value={levelOf(shown)}
          options={[...levels]}
          onChoose={(level) => set(choiceOf[level])}
          edited={edited?.loggingLevel !== undefined || edited?.dataTraceEnabled !== undefined}
          className="w-36"
        />
        {row.traceEndsAt && (
          <span className="text-warn mt-1 block text-xs whitespace-nowrap">
            in full until <DateTime at={row.traceEndsAt} format="clock" />
          </span>
        )}
      </Td>
      <Td>
        <Switch
          label={`Detailed metrics of ${row.name}`}
          quietLabel
          checked={shown.metricsEnabled}
          edited={edited?.metricsEnabled !== undefined}
          onChange={(metricsEnabled) => set({ metricsEnabled })}
        />
      </Td>
      <Td>
        <NumberField
          label={`Calls a second of ${row.name}`}
          quietLabel
          value={shown.throttlingRateLimit}
          edited={edited?.throttlingRateLimit !== undefined}
          onChange={(rate) => rate !== null && set({ throttlingRateLimit: rate })}
          error={shown.throttlingRateLimit < 0 ? 'From 0 on' : null}
        />
      </Td>
      <Td>
        <NumberField
          label={`Burst of ${row.name}`}
          quietLabel
          value={shown.throttlingBurstLimit}
          edited={edited?.throttlingBurstLimit !== undefined}
          onChange={(burst) => burst !== null && set({ throttlingBurstLimit: Math.round(burst) })}
          error={shown.throttlingBurstLimit < 0 ? 'From 0 on' : null}
        />
      </Td>
      <Td className="text-xs whitespace-nowrap">
        <span className="inline-flex flex-col items-start gap-x-2 gap-y-1 xl:flex-row xl:items-center">
          {row.orphan && <Chip tone="warn">not deployed</Chip>}
          {row.own ? 'its own' : row.name === 'Stage default' ? 'AWS’s default' : 'the default'}
          {row.own && (
            <Button
              size="small"
              aria-label={`${removed ? 'Keep' : 'Remove'} the settings of ${row.name}`}
              onClick={() => onEdits(toggleRemoval(edits, row.key))}
            >
              {removed ? 'Keep' : 'Remove'}
            </Button>
          )}
        </span>
      </Td>
    </tr>
  )
}
