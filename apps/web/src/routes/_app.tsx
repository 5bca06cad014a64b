import {
  createFileRoute,
  Outlet,
  redirect,
  retainSearchParams,
  useMatches,
  useNavigate,
  useRouter,
} from '@tanstack/react-router'
import { Fragment, lazy, Suspense, useEffect } from 'react'
import * as v from 'valibot'
import { searchParams, timeRange } from '../lib/search'
import { lookIn, zones } from '../lib/preferences'
import { useAnnounced } from '../changes/announce'
import { api } from '../lib/api'
import { connectionsQuery } from '../lib/connections'
import { followEvents } from '../lib/live'
import { Frame } from './-frame'

const UndoReview = lazy(() => import('../changes/undo-review'))
const Toasts = lazy(() => import('../changes/toasts'))

export const Route = createFileRoute('/_app')({
  validateSearch: searchParams({
    range: timeRange,
    /** How times are shown, where a link says it. */
    zone: v.picklist(zones),
    /** Charts stand still. */
    refresh: v.literal('off'),
    undo: v.string(),
  }),
  search: { middlewares: [retainSearchParams(['range', 'zone', 'refresh'])] },
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.query(api.session.get.queryOptions({ staleTime: 'static' }))
    if (!session.person) throw redirect({ to: '/sign-in', search: { to: location.href }, replace: true })
    // Every page shows them: they are on their way while its code is. What fails here fails again where it is shown.
    void context.queries.query(connectionsQuery()).catch(() => {})
  },
  component: App,
})

function App() {
  const { undo, zone } = Route.useSearch()
  const { queries } = useRouter().options.context
  const navigate = useNavigate()
  const announced = useAnnounced()
  const bare = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.bare) })
  const Around = bare ? Fragment : Frame
  useEffect(() => followEvents(queries), [queries])
  useEffect(() => zone && lookIn(zone), [zone])
  const open = (changeId: string | undefined) =>
    void navigate({ to: '.', search: (search) => ({ ...search, undo: changeId }) })
  return (
    <Around>
      <Outlet />
      <Suspense>{undo && <UndoReview key={undo} changeId={undo} onClose={() => open(undefined)} />}</Suspense>
      <Suspense>{announced.length > 0 && <Toasts onUndo={open} />}</Suspense>
    </Around>
  )
}
