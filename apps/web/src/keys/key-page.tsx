import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SearchCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { KeyView } from '@callboard/shared-types/keys/keys.schemas'
import { api } from '../lib/api'
import { buttonClass } from '../ui/button'
import { Failure } from '../ui/failure'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { Age, AsOf } from '../ui/when'
import { BurnDownPanels } from './burn-down-panels'
import { KeyActs } from './key-acts'
import type { KeyAct } from './key-act'
import { KeyPlans } from './key-plans'
import { KeyState } from './key-table-row'
import { TaskPanel } from './task-panel'
import { KeyUsagePanel } from './key-usage-panel'

interface KeyPageProps {
  connection: string
  keyId: string
  /** Begins what can be done with it. */
  onAct: (act: KeyAct) => void
  /** What goes on with it, such as a review. */
  children: (view: KeyView) => ReactNode
}

/** One API key: whose it is, what it opens, what it used. Its value isn't here. */
export function KeyPage({ connection, keyId, onAct, children }: KeyPageProps) {
  const { data, error, isPending, refetch } = useQuery(
    api.keys.get.queryOptions({ input: { connection, keyId }, refetchInterval: 15_000 }),
  )
  useTitle(data?.key.name || 'API key')
  if (isPending) return <KeySkeleton />
  if (!data) return <Failure error={error} onRetry={() => void refetch()} />
  const { key, description, tags } = data
  const more = Object.entries(tags).filter(([name]) => name !== 'owner' && name !== 'email')
  return (
    <>
      <PageHead
        title={key.name || key.id}
        note={
          <>
            <span className="font-mono">{key.id}</span> · <KeyState enabled={key.enabled} /> · <AsOf at={data.asOf} />
          </>
        }
      >
        <Link
          to="/c/$connection/why"
          params={{ connection }}
          search={{ key: key.id }}
          className={buttonClass('plain', 'normal')}
        >
          <SearchCheck size={14} aria-hidden /> Why 403?
        </Link>
        <KeyActs connection={connection} view={data} onAct={onAct} />
      </PageHead>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data.tasks
        .filter(({ status }) => status === 'open')
        .map((task) => (
          <TaskPanel key={task.id} connection={connection} keyId={key.id} task={task} />
        ))}
      {children(data)}
      <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="flex min-w-0 flex-col gap-3">
          <KeyPlans connection={connection} view={data} />
          <BurnDownPanels connection={connection} view={data} />
          <KeyUsagePanel connection={connection} keyId={key.id} called={key.planIds.length > 0} />
        </div>
        <Panel title="Whose it is">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
            <Fact name="Owner">{key.owner ?? <None>nobody named</None>}</Fact>
            <Fact name="E-mail">
              {key.email ? (
                <a className="text-accent hover:underline" href={`mailto:${key.email}`}>
                  {key.email}
                </a>
              ) : (
                <None>none</None>
              )}
            </Fact>
            <Fact name="Made">
              <Age at={key.createdAt} />
            </Fact>
            <Fact name="Changed">
              <Age at={key.updatedAt} />
            </Fact>
            {description && <Fact name="Description">{description}</Fact>}
            {more.map(([name, value]) => (
              <Fact key={name} name={name}>
                <span className="font-mono text-xs">{value}</span>
              </Fact>
            ))}
          </dl>
        </Panel>
      </div>
    </>
  )
}

const None = ({ children }: { children: ReactNode }) => <span className="text-ink-3">{children}</span>

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-2 text-xs leading-5">{name}</dt>
    <dd className="m-0 min-w-0 wrap-anywhere">{children}</dd>
  </>
)

const KeySkeleton = () => (
  <>
    <Loading what="the API key" />
    <Skeleton className="mb-3 h-8 w-72" />
    <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="flex flex-col gap-3">
        <Skeleton className="h-40 w-full" />
        <Skeleton className="h-56 w-full" />
      </div>
      <Skeleton className="h-44 w-full" />
    </div>
  </>
)
