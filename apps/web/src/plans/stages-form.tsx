import { skipToken, useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PlanRow } from '@callboard/shared-types/plans/plans.schemas'
import { api } from '../lib/api'
import { environmentOf } from '../lib/environment'
import { Button } from '../ui/button'
import { StageChip } from '../ui/chip'
import { cx } from '../ui/cx'
import { Select } from '../ui/select'
import { Status } from '../ui/status'
import { stageKeyOf, toggleStage, type PlanEdits } from './plan-edits'

interface StagesFormProps {
  connection: string
  plan: PlanRow
  edits: PlanEdits
  onEdits: (edits: PlanEdits) => void
}

/** The stages that the plan's keys may call: taken out, and put in from all there are. */
export function StagesForm({ connection, plan, edits, onEdits }: StagesFormProps) {
  const fleet = useQuery(
    api.apis.fleet.queryOptions({
      input: connection ? { connection } : skipToken,
      staleTime: 30_000,
      // A big fleet comes in parts.
      refetchInterval: ({ state }) => (state.data?.pending ? 1_500 : false),
    }),
  )
  const known = new Map((fleet.data?.rows ?? []).map((row) => [stageKeyOf(row), row]))
  const inPlan = new Set(plan.stages.map(stageKeyOf))
  const free = [...known.values()].filter(
    (row) => !inPlan.has(stageKeyOf(row)) && !edits.addStages.includes(stageKeyOf(row)),
  )
  const toggle = (key: ReturnType<typeof stageKeyOf>) => onEdits(toggleStage(edits, plan, key))
  return (
    <div className="flex flex-wrap items-center gap-2">
      {plan.stages.map((stage) => {
        const removed = edits.removeStages.includes(stageKeyOf(stage))
        return (
          <Item key={stageKeyOf(stage)} edited={removed}>
            <span className={cx('inline-flex items-center gap-1.5', removed && 'line-through opacity-60')}>
              {stage.apiName}{' '}
              <StageChip stage={stage.stage} environment={environmentOf(stage.stage, stage.production)} />
            </span>
            {stage.exists === false && (
              <Status icon="bad" tone="bad">
                gone
              </Status>
            )}
            <Button
              look="quiet"
              size="small"
              aria-label={`${removed ? 'Keep' : 'Take out'} ${stage.apiName} ${stage.stage}`}
              onClick={() => toggle(stageKeyOf(stage))}
            >
              {removed ? 'Keep' : <X size={13} aria-hidden />}
            </Button>
          </Item>
        )
      })}
      {edits.addStages.map((key) => {
        const row = known.get(key)
        return (
          <Item key={key} edited>
            <Plus size={12} aria-hidden className="text-accent" />
            {row ? (
              <>
                {row.apiName} <StageChip stage={row.stage} environment={environmentOf(row.stage, row.production)} />
              </>
            ) : (
              key
            )}
            <Button
              look="quiet"
              size="small"
              aria-label={`Don’t add ${row?.apiName ?? key} ${row?.stage ?? ''}`}
              onClick={() => toggle(key)}
            >
              <X size={13} aria-hidden />
            </Button>
          </Item>
        )
      })}
      {free.length > 0 && (
        <Select
          label="Add a stage"
          quietLabel
          value=""
          options={[
            { value: '', label: 'Add a stage…' },
            ...free.map((row) => ({ value: stageKeyOf(row) as string, label: `${row.apiName} ${row.stage}` })),
          ]}
          onChoose={(key) => key && toggle(key as ReturnType<typeof stageKeyOf>)}
          className="w-48"
        />
      )}
    </div>
  )
}

const Item = ({ edited, children }: { edited: boolean; children: ReactNode }) => (
  <span
    className={cx(
      'inline-flex h-8 items-center gap-1.5 rounded-md border pr-1 pl-2.5 text-sm whitespace-nowrap',
      edited ? 'border-accent bg-accent-weak' : 'border-line',
    )}
  >
    {children}
  </span>
)
