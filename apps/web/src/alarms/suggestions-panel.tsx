import { useQuery } from '@tanstack/react-query'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import type { AlarmRule } from '@callboard/shared-types/alarms/alarms.schemas'
import { api } from '../lib/api'
import { AskingCostText } from '../ui/asking-cost'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { Panel } from '../ui/panel'
import { PanelState } from '../ui/panel-state'
import { Skeleton } from '../ui/skeleton'
import { RowHead, Table, Td, Th } from '../ui/table'
import { askAgainMs } from './ask-again'
import { RehearsalStrip } from './rehearsal-strip'
import { ruleInWords } from './rule-words'

interface SuggestionsPanelProps {
  address: StageAddress
  /** The names of alarms that are there. */
  present: string[]
  whyNot: string | null
  onAdd: (set: Record<string, AlarmRule>) => void
}

/** Alarms the stage could have, with what they would have done. */
export function SuggestionsPanel({ address, present, whyNot, onAdd }: SuggestionsPanelProps) {
  const { data, error, isPending, refetch } = useQuery(
    api.alarms.suggest.queryOptions({
      input: address,
      staleTime: 600_000,
      refetchInterval: ({ state }) => state.data?.without.some(({ running }) => running) && askAgainMs,
    }),
  )
  const items = data?.items.filter(({ name }) => !present.includes(name)) ?? []
  const all = Object.fromEntries(items.map(({ name, rule }) => [name, rule]))
  return (
    <Panel
      flush
      title="Suggested"
      note="thresholds and rehearsal from the last two weeks"
      className="overflow-x-auto"
      actions={
        items.length > 1 && (
          <Button size="small" why={whyNot} onClick={() => onAdd(all)}>
            Add all {items.length}…
          </Button>
        )
      }
    >
      <PanelState what="suggested alarms" error={error} isPending={isPending} onRetry={() => void refetch()}>
        <Skeleton className="h-32 w-full" />
      </PanelState>
      {data?.messages.map((message) => (
        <div key={message} className="px-3.5 pb-3.5">
          <Note look="warn">CloudWatch says: “{message}”</Note>
        </div>
      ))}
      {items.length > 0 && (
        <Table aria-label="Suggested alarms">
          <thead>
            <tr>
              <Th>Alarm</Th>
              <Th className="w-2/5">Rehearsal</Th>
              <Th>
                <span className="sr-only">Acts</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ name, rule, why, rehearsal }) => (
              <tr key={name}>
                <RowHead>
                  <div className="font-semibold">{name}</div>
                  <div className="text-ink-2 text-xs">{ruleInWords(rule)}</div>
                  <div className="text-ink-3 text-xs">{why}.</div>
                </RowHead>
                <Td>
                  <RehearsalStrip rehearsal={rehearsal} />
                </Td>
                <Td className="text-right">
                  <Button size="small" why={whyNot} aria-label={`Add ${name}`} onClick={() => onAdd({ [name]: rule })}>
                    Add…
                  </Button>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {data && (
        <div className="border-line-soft flex border-t px-3.5 py-2">
          <AskingCostText cost={data.cost} goesOn={false} />
        </div>
      )}
      {data && data.without.length > 0 && (
        <ul className="text-ink-3 border-line-soft flex flex-col gap-1 border-t px-3.5 py-2 text-xs">
          {data.without.map(({ what, why }) => (
            <li key={what}>
              <b className="text-ink-2">{what}</b>: {why}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
