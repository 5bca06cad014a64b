import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../lib/api'
import { usePerson, whyNot } from '../lib/person'
import { Button } from '../ui/button'
import { Failure } from '../ui/failure'
import { Panel } from '../ui/panel'
import { TextField } from '../ui/text-field'

/** A person's verdict on a change of which AWS shows neither the before nor the after. */
export function SettleForm({ changeId }: { changeId: string }) {
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const whyNotRole = whyNot(usePerson(), 'operator', 'Settling')
  const settle = useMutation(
    api.activity.settle.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.activity.key() }),
    }),
  )
  const why = settle.isPending ? 'Saving…' : (whyNotRole ?? (note.trim() ? null : 'Say how you know.'))
  const as = (verdict: 'done' | 'failed') => () => settle.mutate({ changeId, as: verdict, note: note.trim() })
  return (
    <Panel title="It is unclear what became of this" note="AWS shows neither the state before nor the one after">
      <div className="flex flex-col gap-2.5">
        <p className="text-ink-2 max-w-prose text-sm">
          Look at the stage, then settle it. That sends nothing to AWS; it only ends this entry, with your name and your
          note.
        </p>
        <TextField
          label="How you know"
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={500}
          className="max-w-lg"
        />
        <div className="flex gap-2">
          <Button why={why} onClick={as('done')}>
            It was done
          </Button>
          <Button why={why} onClick={as('failed')}>
            It was not done
          </Button>
        </div>
        {settle.error && <Failure error={settle.error} />}
      </div>
    </Panel>
  )
}
