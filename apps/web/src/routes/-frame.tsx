import { useQueryClient } from '@tanstack/react-query'
import { useMatches, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { defaultRange } from '@callboard/shared-types/lib/time-range'
import type { Session } from '@callboard/shared-types/session/session.schemas'
import { BudgetGauge } from '../connections/budget-gauge'
import { ConnectionPill } from '../connections/connection-pill'
import { PersonMenu } from '../session/person-menu'
import { api } from '../lib/api'
import { Breadcrumb } from '../ui/breadcrumb'
import { RangePicker } from '../ui/range-picker'
import { Reconnecting } from '../ui/reconnecting'
import { Shell } from '../ui/shell'
import { useCrumbs } from './-crumbs'
import { Shortcuts } from './-shortcuts'

/** What is around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const { connection } = useParams({ strict: false })
  const { range = defaultRange, refresh } = useSearch({ strict: false })
  const charts = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.charts) })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const onLeft = (left: Session) =>
    void navigate({ to: '/sign-in' }).then(() => {
      queries.clear()
      queries.setQueryData(api.session.get.queryKey(), left)
    })
  return (
    <Shell
      bar={
        <>
          <ConnectionPill name={connection} />
          <Breadcrumb parts={useCrumbs()} />
        </>
      }
      line={<Reconnecting />}
      tools={
        <>
          <BudgetGauge name={connection} />
          {charts && <RangePicker range={range} live={refresh !== 'off'} />}
          <Shortcuts onLeft={onLeft} />
          <PersonMenu onLeft={onLeft} />
        </>
      }
    >
      {children}
    </Shell>
  )
}
