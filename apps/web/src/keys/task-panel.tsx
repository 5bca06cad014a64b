import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarClock, Check, Circle, CircleDot } from 'lucide-react'
import type { ReactNode } from 'react'
import type { KeyTask } from '@callboard/shared-types/keys/key-tasks.schemas'
import { api, client } from '../lib/api'
import { useWhyNot } from '../lib/why-not'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { Failure } from '../ui/failure'
import { Panel } from '../ui/panel'
import { Age, DateTime } from '../ui/when'

interface TaskPanelProps {
  connection: string
  /** Of which key the page is. */
  keyId: string
  task: KeyTask
}

const titles = { rotate: 'Rotation', expire: 'It ends', delete: 'It will be deleted' }

/** What the clock will do with the key, step by step, and how it's called off. */
export function TaskPanel({ connection, keyId, task }: TaskPanelProps) {
  const queries = useQueryClient()
  const whyNot = useWhyNot(connection, [], 'Calling it off')
  const cancel = useMutation({
    mutationFn: () => client.keys.cancelTask({ taskId: task.id }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: api.keys.key() }),
  })
  return (
    <Panel
      className="mb-3"
      title={titles[task.kind]}
      note={
        <>
          begun by {task.by} <Age at={task.createdAt} />
        </>
      }
      actions={
        <Button size="small" why={whyNot} onClick={() => cancel.mutate()}>
          Call it off
        </Button>
      }
    >
      {cancel.error && <Failure error={cancel.error} />}
      {task.kind === 'rotate' ? (
        <RotationSteps connection={connection} keyId={keyId} task={task} />
      ) : (
        <p className="inline-flex items-center gap-2">
          <CalendarClock size={15} aria-hidden className="text-accent" />
          <span>
            {task.kind === 'expire' ? 'Disabled' : 'Deleted for good, unless it is enabled again,'} at{' '}
            <DateTime at={task.at} />
          </span>
        </p>
      )}
    </Panel>
  )
}

type Rotation = Extract<KeyTask, { kind: 'rotate' }>

const order = ['making', 'proving', 'overlap', 'off'] as const

function RotationSteps({ connection, keyId, task }: TaskPanelProps & { task: Rotation }) {
  const { phase, oldKeyId, newKeyId, overlapUntil, oldCalledAt, deleteAt } = task
  const to = (id: string | null, name: string) =>
    id === null || id === keyId ? (
      name
    ) : (
      <Link to="/c/$connection/keys/$keyId" params={{ connection, keyId: id }} className="text-accent hover:underline">
        {name}
      </Link>
    )
  const steps: [ReactNode, ReactNode][] = [
    [<>{to(newKeyId, 'The new key')} is made</>, null],
    ['AWS’s gateways come to know it', 'a call with it, or two minutes'],
    [
      'Both are valid, callers move',
      <>
        {overlapUntil && (
          <>
            at least until <DateTime at={overlapUntil} />
          </>
        )}
        {oldCalledAt && (
          <>
            ; a call with the old key was last counted <Age at={oldCalledAt} />
          </>
        )}
      </>,
    ],
    [
      <>{to(oldKeyId, 'The old key')} is disabled</>,
      deleteAt ? (
        <>
          and deleted <DateTime at={deleteAt} />
        </>
      ) : (
        'once nobody called with it for an hour; disable it yourself to go on earlier'
      ),
    ],
  ]
  const at = order.indexOf(phase)
  return (
    <ol className="m-0 grid list-none gap-x-4 gap-y-2 p-0 md:grid-cols-4" aria-label="Steps of the rotation">
      {steps.map(([what, note], n) => {
        const Icon = n < at || (phase === 'off' && n === at) ? Check : n === at ? CircleDot : Circle
        return (
          <li key={n} aria-current={n === at ? 'step' : undefined} className={cx('flex gap-2', n > at && 'text-ink-3')}>
            <Icon size={15} aria-hidden className={cx('mt-0.5 shrink-0', n <= at ? 'text-accent' : 'text-ink-3')} />
            <span className="min-w-0">
              <span className={n === at ? 'font-semibold' : undefined}>{what}</span>
              {note && n <= at && <span className="text-ink-2 block text-xs">{note}</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
