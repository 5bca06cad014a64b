import type { MethodChoice, MethodRow } from '@callboard/shared-types/settings/settings.schemas'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { RowHead, Td } from '../ui/table'
import { editMethod, toggleRemoval, type Edits } from './edits'

const levels = [
  { value: 'off', label: 'Off' },
  { value: 'errors', label: 'Errors' },
  { value: 'info', label: 'Errors and info' },
  { value: 'full', label: 'Full requests', note: 'with bodies: personal data, keys and tokens end up in the log' },
] as const
type Level = (typeof levels)[number]['value']

const choiceOf: Record<Level, Pick<MethodChoice, 'loggingLevel' | 'dataTraceEnabled'>> = {
  off: { loggingLevel: 'OFF', dataTraceEnabled: false },
  errors: { loggingLevel: 'ERROR', dataTraceEnabled: false },
  info: { loggingLevel: 'INFO', dataTraceEnabled: false },
  full: { loggingLevel: 'INFO', dataTraceEnabled: true },
}

function levelOf({ loggingLevel, dataTraceEnabled }: MethodChoice): Level {
  if (loggingLevel === 'OFF') return 'off'
  if (dataTraceEnabled) return 'full'
  return loggingLevel === 'ERROR' ? 'errors' : 'info'
}

interface MethodSettingsRowProps {
  row: MethodRow
  edits: Edits
  onEdits: (edits: Edits) => void
}

export function MethodSettingsRow({ row, edits, onEdits }: MethodSettingsRowProps) {
  const edited = edits.methods[row.key]
  const shown = { ...row.effective, ...edited }
  const removed = edits.removeOverrides.includes(row.key)
  const set = (choice: Partial<MethodChoice>) => onEdits(editMethod(edits, row, choice))
  return (
    <tr className={removed ? 'opacity-60' : undefined}>
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
        <span className="inline-flex items-center gap-2">
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
