import { Minus, PenLine, Plus, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Route, RouteDifference } from '@callboard/shared-types/deployments/deployments.schemas'
import { plural } from '../lib/format'
import { cx } from './cx'

const keyWords = ({ apiKeyRequired }: Route) => (apiKeyRequired ? 'key required' : 'no key')
const authWords = ({ authorizationType }: Route) => (authorizationType === 'NONE' ? 'open' : authorizationType)

const Name = ({ route }: { route: Route }) => (
  <span className="font-mono text-xs wrap-anywhere">
    <b>{route.method}</b> {route.path}
  </span>
)

interface GroupProps {
  icon: LucideIcon
  tone: string
  title: string
  children: ReactNode[]
}

function Group({ icon: Icon, tone, title, children }: GroupProps) {
  if (children.length === 0) return null
  return (
    <section className="mt-1.5">
      <h3 className={cx('flex items-center gap-1.5 text-xs font-semibold', tone)}>
        <Icon size={13} aria-hidden /> {title}
      </h3>
      <ul className="divide-line-soft divide-y">{children}</ul>
    </section>
  )
}

interface RouteChangesProps {
  difference: RouteDifference
  /** What the newer of the two definitions is called. */
  newer: string
}

/** What routes the newer of two definitions of an API brings, takes and changes. */
export function RouteChanges({ difference, newer }: RouteChangesProps) {
  const { added, removed, changed, unchangedCount } = difference
  const item = (route: Route) => (
    <li key={`${route.method} ${route.path}`} className="flex flex-wrap items-baseline gap-x-3 py-1 pl-5">
      <Name route={route} />
      <span className="text-ink-3 text-xs">
        {authWords(route)}, {keyWords(route)}
      </span>
    </li>
  )
  return (
    <>
      {added.length + removed.length + changed.length === 0 && <p>Both have the same routes.</p>}
      <Group icon={Plus} tone="text-ok" title={`${plural(added.length, 'route')} added in ${newer}`}>
        {added.map(item)}
      </Group>
      <Group icon={Minus} tone="text-bad" title={`${plural(removed.length, 'route')} removed in ${newer}`}>
        {removed.map(item)}
      </Group>
      <Group icon={PenLine} tone="text-warn" title={`${plural(changed.length, 'route')} changed in ${newer}`}>
        {changed.map(({ before, after }) => (
          <li key={`${after.method} ${after.path}`} className="py-1 pl-5">
            <Name route={after} />
            <span className="ml-3 text-xs">
              {authWords(before) !== authWords(after) && <Step before={authWords(before)} after={authWords(after)} />}
              {keyWords(before) !== keyWords(after) && <Step before={keyWords(before)} after={keyWords(after)} />}
            </span>
          </li>
        ))}
      </Group>
      <p className="text-ink-3 mt-2 text-xs">{plural(unchangedCount, 'route')} as before.</p>
    </>
  )
}

const Step = ({ before, after }: { before: string; after: string }) => (
  <span className="mr-3 whitespace-nowrap">
    <span className="bg-bad-weak rounded-sm px-1">{before}</span> →{' '}
    <span className="bg-ok-weak rounded-sm px-1">{after}</span>
  </span>
)
