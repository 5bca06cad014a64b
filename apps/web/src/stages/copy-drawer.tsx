import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { copyParts, copyPartsAcrossApis, type CopyPart } from '@callboard/shared-types/stages/stage-rules'
import { ReviewDrawer } from '../changes/review-drawer'
import { api, client } from '../lib/api'
import { Drawer } from '../ui/drawer'
import { ReviewFooter } from '../ui/review-footer'
import { Select } from '../ui/select'
import { CopyPartTicks } from './copy-part-ticks'

interface CopyDrawerProps {
  address: Omit<StageAddress, 'stage'>
  /** The stage that gets them, where that is given. */
  onto?: string
  onClose: () => void
}

/** Asks which stage's settings are copied onto which, and which parts of them, then reviews it. */
export function CopyDrawer({ address, onto, onClose }: CopyDrawerProps) {
  const [form, setForm] = useState({ fromApi: address.apiId, from: '', to: onto ?? '' })
  const [parts, setParts] = useState<CopyPart[]>([...copyParts])
  const [reviewing, setReviewing] = useState(false)
  const fleet = useQuery(api.apis.fleet.queryOptions({ input: { connection: address.connection }, staleTime: 30_000 }))
  const rows = fleet.data?.rows ?? []
  const sameApi = form.fromApi === address.apiId
  const stagesOf = (apiId: string) => rows.filter((row) => row.apiId === apiId).map(({ stage }) => stage)
  const copied = parts.filter((part) => sameApi || copyPartsAcrossApis.includes(part))
  const why =
    form.from === '' || form.to === ''
      ? 'Choose both stages.'
      : sameApi && form.from === form.to
        ? 'It is the same stage.'
        : copied.length === 0
          ? 'Tick what is copied.'
          : null
  if (reviewing)
    return (
      <ReviewDrawer
        id={`copy-settings/${address.connection}/${address.apiId}/${form.to}/${form.fromApi}/${form.from}`}
        title={`Copy settings onto ${form.to}`}
        write={(input) =>
          client.stages.copySettings({
            ...address,
            stage: form.to,
            fromStage: form.from,
            ...(sameApi ? {} : { fromApiId: form.fromApi }),
            parts: copied,
            ...input,
          })
        }
        onClose={onClose}
      />
    )
  const apis = [...new Map(rows.map(({ apiId, apiName }) => [apiId, apiName]))]
  const choice = (stages: string[]) => [
    { value: '', label: 'Choose a stage' },
    ...stages.map((stage) => ({ value: stage, label: stage })),
  ]
  return (
    <Drawer
      title={onto ? `Copy settings onto ${onto}` : 'Copy settings'}
      subtitle="Deployment, canary and description stay. Nothing is sent before the review."
      onClose={onClose}
      footer={<ReviewFooter why={why} saysWhy onReview={() => setReviewing(true)} onCancel={onClose} />}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label="From the API"
          value={form.fromApi}
          options={apis.map(([value, label]) => ({
            value,
            label: value === address.apiId ? `${label} (this one)` : label,
          }))}
          onChoose={(fromApi) => setForm({ ...form, fromApi, from: '' })}
          className="w-full"
        />
        <Select
          label="From the stage"
          value={form.from}
          options={choice(stagesOf(form.fromApi).filter((stage) => !sameApi || stage !== form.to))}
          onChoose={(from) => setForm({ ...form, from })}
          className="w-full"
        />
      </div>
      {!onto && (
        <Select
          label="Onto the stage"
          value={form.to}
          options={choice(stagesOf(address.apiId).filter((stage) => !sameApi || stage !== form.from))}
          onChoose={(to) => setForm({ ...form, to })}
          className="w-full"
        />
      )}
      <CopyPartTicks parts={parts} sameApi={sameApi} onParts={setParts} />
    </Drawer>
  )
}
