import { useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { retentionChoices, type LogGroup, type RetentionEdits } from '@callboard/shared-types/logs/logs.schemas'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'
import { plural } from '../lib/format'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'
import { Menu } from '../ui/menu'
import { MenuChoice } from '../ui/menu-items'

const forEver = 'ever'

/** How long a log group is kept, and the way to change it. */
export function RetentionSelect({ address, group }: { address: StageAddress; group: LogGroup }) {
  const [wanted, setWanted] = useState<string | null>(null)
  const why = useWhyNot(address.connection, ['logs:PutRetentionPolicy'], 'Changing retention')
  const now = group.retentionDays === null ? forEver : String(group.retentionDays)
  const options = [forEver, ...retentionChoices.map(String)].map((value) => ({ value, label: label(value) }))
  const days = wanted === null || wanted === forEver ? null : Number(wanted)
  const edits = { retentionDays: { [group.source]: days } } as RetentionEdits
  return (
    <>
      <Menu
        trigger={
          <Button size="small" look="quiet" why={why ?? (group.exists ? null : 'The log group doesn’t exist yet')}>
            {label(now)}
          </Button>
        }
      >
        <div className="max-h-80 overflow-y-auto">
          <MenuChoice
            label="Lines are kept"
            value={now}
            options={options}
            onChoose={(value) => value !== now && setWanted(value)}
          />
        </div>
      </Menu>
      {wanted !== null && (
        <ReviewDrawer
          id={`retention/${address.connection}/${group.name}/${wanted}`}
          title={`Change how long the logs of ${address.stage} are kept`}
          write={(input) => client.logs.setRetention({ ...address, edits, ...input })}
          onClose={() => setWanted(null)}
        />
      )}
    </>
  )
}

const label = (days: string) => (days === forEver ? 'Kept for ever' : `Kept ${plural(Number(days), 'day')}`)
