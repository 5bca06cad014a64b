import type { MethodRow, SettingsView } from '@callboard/shared-types/settings/settings.schemas'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Table, Th } from '../ui/table'
import { MethodSettingsRow } from './method-settings-row'
import type { Edits } from './edits'

interface MethodsPanelProps {
  view: SettingsView
  edits: Edits
  onEdits: (edits: Edits) => void
}

/** The stage's default and every method: what is in force, and where it comes from. */
export const MethodsPanel = ({ view, edits, onEdits }: MethodsPanelProps) => (
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
    <Table aria-label="Settings by method">
      <thead>
        <tr>
          <Th>Method</Th>
          <Th>Logging</Th>
          <Th>Detailed metrics</Th>
          <Th>Calls a second</Th>
          <Th>Burst</Th>
          <Th>From</Th>
        </tr>
      </thead>
      <tbody>
        {view.methods.map((row: MethodRow) => (
          <MethodSettingsRow key={row.key} row={row} edits={edits} onEdits={onEdits} />
        ))}
      </tbody>
    </Table>
  </Panel>
)
