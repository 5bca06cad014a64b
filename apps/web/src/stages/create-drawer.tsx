import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { ReviewDrawer } from '../changes/review-drawer'
import { api, client } from '../lib/api'
import { useKept } from '../lib/kept'
import { cx } from '../ui/cx'
import { Drawer } from '../ui/drawer'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { ReviewFooter } from '../ui/review-footer'
import { Select } from '../ui/select'
import { fieldClass, TextField } from '../ui/text-field'
import { checkForm, emptyForm } from './new-stage'

interface CreateDrawerProps {
  address: Omit<StageAddress, 'stage'>
  onClose: () => void
}

/** Asks what a new stage is to be, then reviews it. */
export function CreateDrawer({ address, onClose }: CreateDrawerProps) {
  const view = useQuery(api.apis.get.queryOptions({ input: address }))
  const [form, setForm] = useKept(`new-stage/${address.connection}/${address.apiId}`, emptyForm)
  const [reviewing, setReviewing] = useState(false)
  const deployments = view.data?.deployments ?? []
  const { name, variables, bad, why } = checkForm(form, view.data?.stages.map(({ stage }) => stage) ?? [])
  const made = useRef(false)
  if (reviewing)
    return (
      <ReviewDrawer
        id={`create-stage/${address.connection}/${address.apiId}/${form.name}`}
        title={`Make the stage ${form.name}`}
        write={async (input) => {
          const { deploymentId, description } = form
          const result = await client.stages.create({
            ...address,
            stage: form.name,
            deploymentId,
            description,
            variables,
            ...input,
          })
          made.current = result.change?.status === 'done'
          return result
        }}
        onClose={() => {
          if (!made.current) return setReviewing(false)
          setForm(emptyForm)
          onClose()
        }}
      />
    )
  return (
    <Drawer
      title="New stage"
      subtitle="Nothing is sent before the review."
      onClose={onClose}
      footer={<ReviewFooter why={why} saysWhy onReview={() => setReviewing(true)} onCancel={onClose} />}
    >
      {view.error && <Failure error={view.error} onRetry={() => void view.refetch()} />}
      <TextField
        label="Name"
        hint="Letters, digits, - and _. It becomes part of the address, and stays."
        error={name}
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
      />
      <Select
        label="It runs"
        value={form.deploymentId}
        options={[
          { value: '', label: deployments.length === 0 ? 'This API was never deployed' : 'Choose a deployment' },
          ...deployments.map(({ id, label, by, liveOn }) => ({
            value: id,
            label: label ?? id,
            note: [by && `by ${by}`, liveOn.length > 0 && `live on ${liveOn.join(', ')}`].filter(Boolean).join(', '),
          })),
        ]}
        onChoose={(deploymentId) => setForm({ ...form, deploymentId })}
        className="w-full"
      />
      <TextField
        label="Description"
        maxLength={1024}
        value={form.description}
        onChange={(event) => setForm({ ...form, description: event.target.value })}
        autoComplete="off"
      />
      <label className="flex flex-col gap-1">
        <span className="text-ink-2 text-xs">Variables: lines of .env, or a JSON object of names and values</span>
        <textarea
          value={form.variables}
          onChange={(event) => setForm({ ...form, variables: event.target.value })}
          rows={6}
          maxLength={100_000}
          spellCheck={false}
          autoComplete="off"
          placeholder="lambdaAlias=live"
          className={cx(fieldClass, 'h-auto py-1.5 font-mono text-xs')}
        />
      </label>
      {bad.length > 0 && (
        <Note look="bad" alert>
          <ul aria-label="Bad lines" className="text-ink flex flex-col gap-1">
            {bad.map(({ line, text, reason }) => (
              <li key={`${line} ${text}`}>
                Line {line}: <span className="font-mono text-xs">{text}</span>
                <span className="text-ink-2 block text-xs">{reason}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <p className="text-ink-3 text-xs">
        It begins without a cache and without settings of its own; copy another stage’s settings onto it afterwards.
      </p>
    </Drawer>
  )
}
