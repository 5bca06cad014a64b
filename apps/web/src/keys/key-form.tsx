import { useQuery } from '@tanstack/react-query'
import { limitsInWords } from '@callboard/shared-types/plans/plan-words'
import { api } from '../lib/api'
import { Failure } from '../ui/failure'
import { Skeleton } from '../ui/skeleton'
import { TextField } from '../ui/text-field'

/** What a person says of a key. */
export interface KeyFields {
  name: string
  owner: string
  email: string
  description: string
  planIds: string[]
}

interface KeyFormProps {
  connection: string
  fields: KeyFields
  onFields: (fields: KeyFields) => void
}

/** Whose the key is, and what it opens. */
export function KeyForm({ connection, fields, onFields }: KeyFormProps) {
  const plans = useQuery(api.plans.list.queryOptions({ input: { connection }, staleTime: 30_000 }))
  const text = (label: string, field: 'name' | 'owner' | 'email' | 'description', hint?: string, maxLength = 256) => (
    <TextField
      label={label}
      hint={hint}
      value={fields[field]}
      onChange={(event) => onFields({ ...fields, [field]: event.target.value })}
      maxLength={maxLength}
      autoComplete="off"
      className="w-full"
    />
  )
  const toggle = (id: string) => {
    const has = fields.planIds.includes(id)
    onFields({ ...fields, planIds: has ? fields.planIds.filter((of) => of !== id) : [...fields.planIds, id] })
  }
  return (
    <>
      {text('Name', 'name', 'Who calls with it, such as a partner or a service', 1024)}
      <div className="grid grid-cols-2 gap-3">
        {text('Owner', 'owner')}
        {text('E-mail', 'email')}
      </div>
      {text('Description', 'description', undefined, 2000)}
      <fieldset className="flex flex-col gap-1.5">
        <legend className="text-ink-2 mb-1 text-xs">Usage plans: what it opens, and how much</legend>
        {plans.error && <Failure error={plans.error} onRetry={() => void plans.refetch()} />}
        {plans.isPending && <Skeleton className="h-24 w-full" />}
        {plans.data?.items.map((plan) => (
          <label
            key={plan.id}
            className={`flex cursor-pointer items-start gap-2.5 rounded-md border px-3 py-1.75 ${fields.planIds.includes(plan.id) ? 'border-accent bg-accent-weak/50' : 'border-line hover:border-line-strong'}`}
          >
            <input
              type="checkbox"
              aria-label={plan.name}
              checked={fields.planIds.includes(plan.id)}
              onChange={() => toggle(plan.id)}
              className="accent-accent mt-1 shrink-0"
            />
            <span className="min-w-0">
              <b className="font-semibold">{plan.name}</b>
              <span className="text-ink-2 block text-xs">
                {limitsInWords(plan)} ·{' '}
                {plan.stages.map(({ apiName, stage }) => `${apiName} ${stage}`).join(', ') || 'no stages'}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
