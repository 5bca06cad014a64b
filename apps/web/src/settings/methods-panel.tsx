import { useState } from 'react'
import type { SettingsView } from '@callboard/shared-types/settings/settings.schemas'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Table, Th } from '../ui/table'
import { Tick } from '../ui/tick'
import { BulkBar } from './bulk-bar'
import { MethodSettingsRow } from './method-settings-row'
import type { Edits } from './edits'

interface MethodsPanelProps {
  view: SettingsView
  edits: Edits
  onEdits: (edits: Edits) => void
}

/** The stage's default and every method: what is in force, and where it comes from. Ticked ones are edited together. */
export function MethodsPanel({ view, edits, onEdits }: MethodsPanelProps) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const ticked = view.methods.filter(({ key }) => keys.has(key))
  const methods = view.methods.slice(1)
  const tickedMethods = methods.filter(({ key }) => keys.has(key)).length
  const tick = (key: string, on: boolean) => {
    const next = new Set(keys)
    if (on) next.add(key)
    else next.delete(key)
    setKeys(next)
  }
  return (
    <Panel
      flush
      title="Methods"
      note="what is in force; editing a method gives it settings of its own, a copy of the default’s with your edit"
      className="overflow-x-auto"
    >
      {view.methodsUnknown && (
        <div className="px-3.5 pb-2">
          <Note look="warn">The live deployment’s methods aren’t known: {view.methodsUnknown}</Note>
        </div>
      )}
      {ticked.length > 0 && <BulkBar rows={ticked} edits={edits} onEdits={onEdits} onDone={() => setKeys(new Set())} />}
      <Table aria-label="Settings by method">
        <thead>
          <tr>
            <Th className="w-8">
              <Tick
                label="Tick all methods"
                checked={methods.length > 0 && tickedMethods === methods.length}
                mixed={tickedMethods > 0 && tickedMethods < methods.length}
                onChange={(on) => setKeys(new Set(on ? methods.map(({ key }) => key) : []))}
              />
            </Th>
            <Th>Method</Th>
            <Th>Logging</Th>
            <Th>Detailed metrics</Th>
            <Th>Calls a second</Th>
            <Th>Burst</Th>
            <Th>From</Th>
          </tr>
        </thead>
        <tbody>
          {view.methods.map((row) => (
            <MethodSettingsRow
              key={row.key}
              row={row}
              edits={edits}
              onEdits={onEdits}
              ticked={keys.has(row.key)}
              onTick={(on) => tick(row.key, on)}
            />
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
