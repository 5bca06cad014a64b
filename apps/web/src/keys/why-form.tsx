import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../lib/api'
import { useDraft } from '../lib/use-draft'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

/** What is asked about; all of it is in the address. A value that was pasted is not: it stands there as the key that it is. */
export interface WhyAsked {
  /** `apiId/stage` */
  at: string | undefined
  method: string
  path: string
  /** The id of a key, or `unknown`. */
  key: string | undefined
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

interface WhyFormProps {
  connection: string
  asked: WhyAsked
  onAsk: (change: Partial<WhyAsked>) => void
}

export function WhyForm({ connection, asked, onAsk }: WhyFormProps) {
  const fleet = useQuery(
    api.apis.fleet.queryOptions({
      input: { connection },
      staleTime: 30_000,
      // A big fleet comes in parts.
      refetchInterval: ({ state }) => (state.data?.pending ? 1_500 : false),
    }),
  )
  const keys = useQuery(api.keys.list.queryOptions({ input: { connection }, staleTime: 30_000 }))
  const [apiId, stage] = asked.at?.split('/') ?? []
  const routes = useQuery(
    api.deployments.list.queryOptions({
      input: apiId && stage ? { connection, kind: 'rest', apiId, stage } : skipToken,
      staleTime: 30_000,
    }),
  )
  const { text: path, type, settle } = useDraft(asked.path, (next) => onAsk({ path: next }))
  const stages = (fleet.data?.rows ?? []).map((row) => ({
    value: `${row.apiId}/${row.stage}`,
    label: `${row.apiName} ${row.stage}`,
  }))
  const named = (keys.data?.items ?? [])
    .map(({ id, name }) => ({ value: id, label: name || id, note: id }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <div className="flex flex-col gap-3">
      {(fleet.error ?? keys.error ?? routes.error) && <Failure error={fleet.error ?? keys.error ?? routes.error} />}
      <Select
        label="Stage"
        value={asked.at ?? ''}
        options={[...(asked.at ? [] : [{ value: '', label: 'Choose…' }]), ...stages]}
        onChoose={(at) => at && onAsk({ at })}
        className="w-full"
      />
      <div className="grid grid-cols-[110px_minmax(0,1fr)] gap-2">
        <Select
          label="Method"
          value={asked.method}
          options={methods.map((value) => ({ value, label: value }))}
          onChoose={(method) => onAsk({ method })}
          className="w-full"
        />
        <TextField
          label="Path"
          placeholder="/pets/7"
          value={path}
          onChange={(event) => type(event.target.value)}
          onBlur={settle}
          error={path.startsWith('/') ? null : 'A path begins with a slash.'}
          className="w-full font-mono text-xs"
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      <Select
        label="Key"
        value={asked.key ?? ''}
        options={[
          ...(asked.key ? [] : [{ value: '', label: 'Choose, or paste a value below…' }]),
          { value: 'unknown', label: 'None, or one that is unknown' },
          ...named.slice(0, 300),
          ...named.slice(300).filter(({ value }) => value === asked.key),
        ]}
        onChoose={(key) => key && onAsk({ key })}
        className="w-full"
      />
      <PastedValue connection={connection} onKey={(key) => onAsk({ key })} />
    </div>
  )
}

/** A value is sent once, to be recognised, and then let go of: it never goes to the address. */
function PastedValue({ connection, onKey }: { connection: string; onKey: (key: string) => void }) {
  const [value, setValue] = useState('')
  const why = useWhyNot(connection, [], 'Recognising a value')
  const recognise = useMutation({
    mutationFn: () => client.keys.recognise({ connection, value: value.trim() }),
    onSuccess: ({ key }) => {
      setValue('')
      onKey(key?.id ?? 'unknown')
    },
  })
  const found = recognise.data
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!why && value.trim()) recognise.mutate()
      }}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label="Or paste a key’s value"
            type="password"
            value={value}
            onChange={(event) => setValue(event.target.value)}
            className="w-full font-mono text-xs"
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <Button type="submit" why={why ?? (value.trim() ? null : 'Paste a value first.')}>
          Recognise
        </Button>
      </div>
      {recognise.error && <Failure error={recognise.error} />}
      {found && (
        <Note look={found.key ? 'info' : 'warn'} alert>
          {found.key ? (
            <>
              It is <b className="text-ink">{found.key.name || found.key.id}</b>.
            </>
          ) : (
            'It is no key of this account and region.'
          )}
        </Note>
      )}
    </form>
  )
}
