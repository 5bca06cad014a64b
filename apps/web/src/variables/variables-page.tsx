import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { useKept } from '../lib/kept'
import { useWhyNot } from '../lib/why-not'
import { EditBar } from '../ui/edit-bar'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { CopyReview } from './copy-review'
import { PasteDrawer } from './paste-drawer'
import { PickedFunctions } from './picked-functions'
import { SaveReview } from './save-review'
import { noEdits, summaryOf, withEdit } from './variable-edits'
import { VariablesPanel } from './variables-panel'

type Open = { what: 'paste' } | { what: 'save' } | { what: 'copy'; to: string; names: string[] }

/** The stage's variables as they are, with the edits that aren't sent yet lying over them. */
export function VariablesPage({ address }: { address: StageAddress }) {
  const { data, error, isPending, refetch } = useQuery(
    api.variables.get.queryOptions({ input: address, refetchInterval: 15_000 }),
  )
  const id = `variables/${address.connection}/${address.apiId}/${address.stage}`
  const [draft, setDraft] = useKept(id, noEdits)
  const [open, setOpen] = useState<Open | null>(null)
  const whyNot = useWhyNot(address.connection, ['apigateway:PATCH'], 'Changing variables')
  const summary = data && summaryOf(data, draft)
  const close = () => setOpen(null)
  return (
    <div className="flex flex-col gap-3">
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {whyNot && <Note>{whyNot}</Note>}
      {(data || isPending) && (
        <VariablesPanel
          address={address}
          view={data}
          draft={draft}
          whyNot={whyNot}
          onDraft={setDraft}
          onPaste={() => setOpen({ what: 'paste' })}
          onCopy={(to, names) => setOpen({ what: 'copy', to, names })}
        />
      )}
      {data && <PickedFunctions address={address} view={data} draft={draft} />}
      {summary && (
        <EditBar
          edits={summary.count}
          why={whyNot ?? summary.problem}
          onDiscard={() => setDraft(noEdits)}
          onReview={() => setOpen({ what: 'save' })}
        />
      )}
      {open?.what === 'save' && summary && (
        <SaveReview address={address} edits={summary.edits} onDone={() => setDraft(noEdits)} onClose={close} />
      )}
      {open?.what === 'copy' && data && (
        <CopyReview address={address} to={open.to} names={open.names} variables={data.variables} onClose={close} />
      )}
      {open?.what === 'paste' && data && (
        <PasteDrawer
          id={`${id}/pasted`}
          view={data}
          onTake={(pasted) => {
            setDraft(pasted.reduce((all, { name, value }) => withEdit(data, all, 'base', name, value), draft))
            close()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
