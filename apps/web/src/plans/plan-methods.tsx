import { effectiveLimit, type LimitLevel } from '@callboard/shared-types/plans/effective-limit'
import type { PlanMethod, PlanStageMethods, PlanView } from '@callboard/shared-types/plans/plans.schemas'
import { editMethod, stageKeyOf, type PlanEdits } from './plan-edits'
import { MethodLimit } from './method-limit'
import { environmentOf } from '../lib/environment'
import { count, noData } from '../lib/format'
import { Chip, StageChip } from '../ui/chip'
import { Empty } from '../ui/empty'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { RowHead, Table, Td, Th } from '../ui/table'

const levelWords: Record<LimitLevel, string> = {
  plan_method: 'this plan, for the method',
  plan: 'this plan',
  stage_method: 'the stage, for the method',
  stage: 'the stage',
  account: 'the account',
}

interface PlanMethodsProps {
  view: PlanView
  edits: PlanEdits
  onEdits: (edits: PlanEdits) => void
}

/** Every method that the plan's keys can call, with the lowest limit on its way and who sets it. */
export function PlanMethods({ view, edits, onEdits }: PlanMethodsProps) {
  if (view.stages.length === 0)
    return (
      <Panel title="Methods">
        <Empty title="No stages">A plan without stages lets nobody in.</Empty>
      </Panel>
    )
  return view.stages.map((stage) => (
    <StageMethods key={`${stage.apiId}/${stage.stage}`} view={view} of={stage} edits={edits} onEdits={onEdits} />
  ))
}

function StageMethods({ view, of, edits, onEdits }: PlanMethodsProps & { of: PlanStageMethods }) {
  const named = view.plan.stages.find(({ apiId, stage }) => apiId === of.apiId && stage === of.stage)
  const keyed = of.methods.filter(({ apiKeyRequired, orphan }) => apiKeyRequired || orphan)
  const open = of.methods.length - keyed.length
  return (
    <Panel
      flush
      title={
        <span className="inline-flex items-center gap-2">
          {named?.apiName ?? of.apiId}
          <StageChip stage={of.stage} environment={environmentOf(of.stage, named?.production ?? false)} />
        </span>
      }
      note={
        open > 0
          ? `what a key can call at the most; ${open === 1 ? 'one method asks' : `${open} methods ask`} for no key, and the plan doesn’t limit ${open === 1 ? 'it' : 'them'}`
          : 'what a key can call at the most'
      }
      className="overflow-x-auto"
    >
      {named?.exists === false && (
        <div className="px-3.5 pb-2">
          <Note look="warn">This stage is gone. Its place in the plan lets nobody in; take it out.</Note>
        </div>
      )}
      {of.unknown && named?.exists !== false && (
        <div className="px-3.5 pb-2">
          <Note look="warn">The live deployment’s methods aren’t known: {of.unknown}</Note>
        </div>
      )}
      {keyed.length === 0 ? (
        !of.unknown && (
          <Empty title="No method asks for a key">
            Calls to this stage pass without one, and the plan’s limits are not looked at.
          </Empty>
        )
      ) : (
        <Table aria-label={`Limits of ${named?.apiName ?? of.apiId} ${of.stage}`}>
          <thead>
            <tr>
              <Th>Method</Th>
              <Th>Own limit: calls a second, burst</Th>
              <Th className="text-right">At the most, a second</Th>
              <Th>set by</Th>
              <Th className="text-right">Burst</Th>
              <Th>set by</Th>
              <Th>Bucket</Th>
            </tr>
          </thead>
          <tbody>
            {keyed.map((method) => (
              <MethodRow key={method.key} view={view} of={of} method={method} edits={edits} onEdits={onEdits} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

function MethodRow({
  view,
  of,
  method,
  edits,
  onEdits,
}: PlanMethodsProps & { of: PlanStageMethods; method: PlanMethod }) {
  const edited = edits.methods[stageKeyOf(of)]?.[method.key]
  const own = edited === undefined ? method.plan : edited
  const plan = edits.throttle === undefined ? view.plan.throttle : edits.throttle
  const { rate, burst, steps } = effectiveLimit({
    planMethod: own,
    plan,
    stageMethod: method.stage,
    stage: of.default,
    account: view.account,
  })
  const binding = steps.find(({ level }) => level === rate?.level)
  const all = steps.map(
    ({ level, limit }) =>
      `${levelWords[level]}: ${count(limit.rateLimit)} a second, bursts of ${count(limit.burstLimit)}`,
  )
  return (
    <tr title={all.join('\n')}>
      <RowHead className="font-mono text-xs whitespace-nowrap">
        {method.method} {method.path} {method.orphan && <Chip tone="warn">not deployed</Chip>}
      </RowHead>
      <Td>
        <MethodLimit
          name={`${method.method} ${method.path}`}
          value={own}
          fallback={plan}
          edited={edited !== undefined}
          onChange={(value) => onEdits(editMethod(edits, stageKeyOf(of), method.key, method.plan, value))}
        />
      </Td>
      <Td className="text-right font-semibold">{rate ? count(rate.value) : noData}</Td>
      <Td className="text-ink-2 text-xs">{rate ? levelWords[rate.level] : 'nobody'}</Td>
      <Td className="text-right font-semibold">{burst ? count(burst.value) : noData}</Td>
      <Td className="text-ink-2 text-xs">{burst ? levelWords[burst.level] : 'nobody'}</Td>
      <Td className="text-ink-2 text-xs">
        {binding ? (binding.each === 'key' ? 'each key its own' : 'all callers together') : noData}
      </Td>
    </tr>
  )
}
