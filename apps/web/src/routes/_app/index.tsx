import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { searchParams, textUpTo } from '../../lib/search'
import { defaultRange } from '@callboard/shared-types/lib/time-range'
import { FleetPage } from '../../apis/fleet-page'
import { prefetchFleet } from '../../apis/use-fleet'
import { sortKeys, type Sort } from '../../apis/fleet-stage'

const sorts = sortKeys.flatMap((key): Sort[] => [key, `-${key}`])

export const Route = createFileRoute('/_app/')({
  staticData: { charts: true },
  validateSearch: searchParams({
    q: textUpTo(200),
    sort: v.picklist(sorts),
  }),
  // What fails here fails again where it is shown.
  loader: ({ context }) => prefetchFleet(context.queries).catch(() => {}),
  component: Fleet,
})

function Fleet() {
  const { range = defaultRange, q = '', sort = 'api' } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <FleetPage
      range={range}
      filter={q}
      sort={sort}
      onFilter={(text) => void navigate({ search: (search) => ({ ...search, q: text || undefined }), replace: true })}
      onSort={(next) => void navigate({ search: (search) => ({ ...search, sort: next }), replace: true })}
    />
  )
}
