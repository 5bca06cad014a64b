import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { Panel } from '../ui/panel'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import type { StartForm } from './start-form'
import { Split } from './split'

interface StartPanelProps {
  address: StageAddress
  form: StartForm
  onForm: (form: StartForm) => void
  callsPerMinute: number | null
  errors: { share: string | null; overrides: string | null }
}

/** What a new canary will be; the review follows. */
export function StartPanel({ address, form, onForm, callsPerMinute, errors }: StartPanelProps) {
  const { data } = useQuery(api.deployments.list.queryOptions({ input: address }))
  const options = [
    { value: '', label: 'A new deployment', note: 'of the API as it is defined now' },
    ...(data?.items ?? []).map(({ id, label, by, liveOn }) => ({
      value: id,
      label: label ?? id,
      note: [by && `by ${by}`, liveOn.includes(address.stage) && 'live here'].filter(Boolean).join(', '),
    })),
  ]
  return (
    <Panel title="Start a canary" note="a share of the traffic tries another deployment, or other variables">
      <div className="flex max-w-160 flex-col gap-3">
        <Select
          label="It runs"
          value={form.deploymentId}
          options={options}
          onChoose={(deploymentId) => onForm({ ...form, deploymentId })}
          className="w-full"
        />
        {form.deploymentId === '' && (
          <TextField
            label="What is deployed"
            hint="Such as checkout 2.16. It stays on the deployment in AWS; your name is added."
            maxLength={400}
            value={form.description}
            onChange={(event) => onForm({ ...form, description: event.target.value })}
            autoComplete="off"
          />
        )}
        <Split
          percent={form.percent}
          onChange={(percent) => onForm({ ...form, percent })}
          callsPerMinute={callsPerMinute}
          error={errors.share}
        />
        <TextField
          label="Variables of its own"
          hint="name=value, several with a semicolon between; the others are the stage’s"
          error={errors.overrides}
          value={form.overrides}
          onChange={(event) => onForm({ ...form, overrides: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-xs"
        />
      </div>
    </Panel>
  )
}
