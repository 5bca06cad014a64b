import { Download } from 'lucide-react'
import { daysUntil } from '@callboard/shared-types/plans/usage-days'
import { fromInstant } from '@callboard/shared-types/lib/instant'
import type { PlanUsage } from '@callboard/shared-types/plans/usage.schemas'
import { Button } from '../ui/button'
import { Menu } from '../ui/menu'
import { MenuAction } from '../ui/menu-items'
import { usageCsv, usageJson } from './usage-files'

/** What is shown of a plan's usage, as a file. */
export function UsageExport({ usage, name }: { usage: PlanUsage; name: string }) {
  const days = daysUntil(fromInstant(usage.asOf), usage.days)
  const save = (text: string, type: string, ending: string) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type }))
    link.download = `${name.replaceAll(/\W+/g, '-').toLowerCase()}-usage-${days.at(-1)}.${ending}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
  }
  return (
    <Menu
      trigger={
        <Button size="small" look="quiet">
          <Download size={13} aria-hidden /> Export
        </Button>
      }
    >
      <MenuAction onClick={() => save(usageCsv(usage, days), 'text/csv', 'csv')}>
        CSV, a row for each key and day
      </MenuAction>
      <MenuAction onClick={() => save(usageJson(usage, days), 'application/json', 'json')}>JSON</MenuAction>
    </Menu>
  )
}
