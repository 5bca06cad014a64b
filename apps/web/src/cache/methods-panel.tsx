import { plural } from '../lib/format'
import { Empty } from '../ui/empty'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { Table, Th } from '../ui/table'
import type { EditProps } from './cluster-panel'
import { MethodRow } from './method-row'

/** Method by method: is it really caching, and how. */
export function MethodsPanel(props: EditProps) {
  const { view } = props
  const cached = view.methods.filter(({ missing }) => missing.length === 0).length
  return (
    <Panel
      flush
      title="Is it really caching?"
      note={`${cached} of ${plural(view.methods.length, 'method')} now; editing a method gives it settings of its own`}
      className="overflow-x-auto"
    >
      {view.methodsUnknown && (
        <div className="px-3.5 pb-2">
          <Note look="warn">The live deployment’s methods aren’t known: {view.methodsUnknown}</Note>
        </div>
      )}
      {view.methods.length === 0 ? (
        !view.methodsUnknown && <Empty title="No methods">The stage runs no deployment with methods.</Empty>
      ) : (
        <Table aria-label="Caching by method">
          <thead>
            <tr>
              <Th>Method</Th>
              <Th>Really cached now</Th>
              <Th>Caching</Th>
              <Th>Time to live</Th>
              <Th className="max-xl:hidden">Encrypted</Th>
              <Th>Who may ask for a fresh answer</Th>
            </tr>
          </thead>
          <tbody>
            {view.methods.map((method) => (
              <MethodRow key={method.key} {...props} method={method} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
