import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AlarmRule } from '@callboard/shared-types/alarms/alarms.schemas'
import { isStatusMetric } from '@callboard/shared-types/alarms/status-metrics'
import { api } from '../lib/api'
import { AskingCostText } from '../ui/asking-cost'
import { Button } from '../ui/button'
import { Drawer } from '../ui/drawer'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { ruleFrom, typedOf, type Typed } from './alarm-form'
import { askAgainMs } from './ask-again'
import { RehearsalStrip } from './rehearsal-strip'
import { comparisonWords, isRate, metricNames, missingWords } from './rule-words'

interface AlarmDrawerProps {
  address: StageAddress
  /** Empty for a new one. */
  name: string
  rule: AlarmRule | null
  onReview: (name: string, rule: AlarmRule) => void
  onClose: () => void
}

const statistics = {
  rate: ['Average', 'Sum', 'SampleCount'],
  time: ['p50', 'p90', 'p95', 'p99', 'Average', 'Maximum'],
  count: ['Sum', 'SampleCount'],
}

const statisticsOf = (metric: AlarmRule['metric'], present: string) => {
  if (isStatusMetric(metric)) return ['Sum']
  const known = metric.endsWith('Latency') ? statistics.time : metric === 'Count' ? statistics.count : statistics.rate
  return known.includes(present) ? known : [...known, present]
}

const statisticNames: Record<string, string> = { Average: 'Average', Sum: 'Sum', SampleCount: 'Number of calls' }
const periods = { '60': '1 minute', '300': '5 minutes', '900': '15 minutes', '3600': '1 hour' }

const options = <V extends string>(names: Record<V, string>) =>
  (Object.entries(names) as [V, string][]).map(([value, label]) => ({ value, label }))

/** An alarm, edited, with what it would have done. */
export function AlarmDrawer({ address, name, rule, onReview, onClose }: AlarmDrawerProps) {
  const [typed, setTyped] = useState(() => typedOf(name, rule))
  const [asked, setAsked] = useState(false)
  const read = ruleFrom(typed)
  const wrong = 'wrong' in read ? read.wrong : {}
  const nameError = typed.name.trim() === '' ? 'An alarm has a name' : null
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const rate = isRate(typed)
  const isStatus = isStatusMetric(typed.metric)
  const unit = rate ? '%' : typed.metric.endsWith('Latency') && typed.statistic !== 'SampleCount' ? 'ms' : undefined
  const number = (field: 'threshold' | 'evaluationPeriods' | 'datapointsToAlarm', label: string, of?: string) => (
    <NumberField
      label={label}
      value={typed[field]}
      onChange={(value) => set({ [field]: value })}
      error={wrong[field] ?? null}
      {...(of ? { unit: of } : {})}
    />
  )
  return (
    <Drawer
      title={name || 'New alarm'}
      subtitle="Nothing changes before the review"
      onClose={onClose}
      footer={
        <Button
          look="primary"
          onClick={() => {
            setAsked(true)
            if ('rule' in read && !nameError) onReview(typed.name.trim(), read.rule)
          }}
        >
          Review…
        </Button>
      }
    >
      {name === '' && (
        <TextField
          label="Name"
          value={typed.name}
          maxLength={255}
          error={asked ? nameError : null}
          onChange={(event) => set({ name: event.target.value })}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="Metric"
          value={typed.metric}
          options={options(metricNames)}
          onChoose={(metric) =>
            set({ metric, statistic: statisticsOf(metric, '')[0]!, ...(isStatusMetric(metric) && { route: '' }) })
          }
        />
        <Select
          label="Statistic"
          value={typed.statistic}
          options={statisticsOf(typed.metric, typed.statistic)
            .filter(Boolean)
            .map((value) => ({
              value,
              label: value === 'Average' && rate ? 'Average (the rate)' : (statisticNames[value] ?? value),
            }))}
          onChoose={(statistic) => set({ statistic })}
        />
        <Select
          label="Fires when it is"
          value={typed.comparison}
          options={options(comparisonWords)}
          onChoose={(comparison) => set({ comparison })}
        />
        {number('threshold', 'Threshold', unit)}
        <Select
          label="Period"
          value={String(typed.periodSeconds)}
          options={options({
            ...periods,
            [String(typed.periodSeconds)]: periods[String(typed.periodSeconds) as '60'] ?? `${typed.periodSeconds} s`,
          })}
          onChoose={(seconds) => set({ periodSeconds: Number(seconds) })}
        />
        <div className="flex gap-3">
          {number('datapointsToAlarm', 'For')}
          {number('evaluationPeriods', 'of so many periods')}
        </div>
      </div>
      {isStatus && (
        <Note>
          CloudWatch has no metric of {typed.metric}: a metric filter counts it in the stage’s access log, from when it
          is made. It costs about 0.30 USD a month.
        </Note>
      )}
      <Select
        label="A period without data"
        value={typed.missingData}
        options={options(missingWords)}
        onChoose={(missingData) => set({ missingData })}
      />
      {!isStatus && (
        <TextField
          label="Only this route"
          hint="Empty: the whole stage. A route needs detailed metrics."
          value={typed.route}
          error={wrong.route ?? null}
          className="font-mono text-xs"
          onChange={(event) => set({ route: event.target.value })}
        />
      )}
      <TextField
        label="Told when it fires (ARNs)"
        value={typed.alarmActions}
        error={wrong.alarmActions ?? null}
        className="font-mono text-xs"
        onChange={(event) => set({ alarmActions: event.target.value })}
      />
      <TextField
        label="Told when it is over (ARNs)"
        value={typed.okActions}
        error={wrong.okActions ?? null}
        className="font-mono text-xs"
        onChange={(event) => set({ okActions: event.target.value })}
      />
      <TextField
        label="Description"
        value={typed.description}
        maxLength={1024}
        onChange={(event) => set({ description: event.target.value })}
      />
      <RehearsalOf address={address} rule={'rule' in read ? read.rule : null} />
    </Drawer>
  )
}

function RehearsalOf({ address, rule }: { address: StageAddress; rule: AlarmRule | null }) {
  const text = useDeferredValue(rule && JSON.stringify({ ...rule, description: '', alarmActions: [], okActions: [] }))
  const { data, error } = useQuery(
    api.alarms.rehearse.queryOptions({
      input: text === null ? skipToken : { ...address, rule: text },
      staleTime: 600_000,
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => state.data?.unknown?.running && askAgainMs,
    }),
  )
  return (
    <section aria-label="Rehearsal" className="border-line-soft border-t pt-3">
      <div className="mb-1 flex items-baseline">
        <h3 className="text-ink-2 text-xs">With the last two weeks</h3>
        {data && !data.unknown && <AskingCostText cost={data.cost} goesOn={false} />}
      </div>
      {error ? <Failure error={error} /> : data && <RehearsalStrip rehearsal={data} />}
    </section>
  )
}
