import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { api } from './lib/api'
import { followPreferences } from './lib/preferences'
import { makeQueryClient } from './lib/query-client'
import { setWorldClock } from './lib/world-clock'
import { routeTree } from './routeTree.gen'
import './ui/tokens.css'

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** The page has charts, so the bar on top has the time range. */
    charts?: boolean
    /** Nothing stands around the page. */
    bare?: boolean
  }
}

followPreferences()

const queries = makeQueryClient(() => {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in') return
  queries.removeQueries({ queryKey: api.session.get.queryKey() })
  void router.navigate({ to: '/sign-in', search: { to: href }, replace: true })
})

// Every session the BFF sends says what time it is in the world.
queries.getQueryCache().subscribe(({ type, query }) => {
  if (type !== 'updated' || query.queryHash !== sessionHash) return
  const session = query.state.data as { worldNow: string; worldSpeed: number } | undefined
  if (session) setWorldClock(session.worldNow, session.worldSpeed)
})
const sessionHash = JSON.stringify(api.session.get.queryKey())

const router = createRouter({ routeTree, context: { queries }, defaultPreload: 'intent', scrollRestoration: true })

const { pathname, search } = router.latestLocation
// The code of the page is on its way while it isn't known yet who asks.
for (const { routeId } of router.matchRoutes(pathname, search))
  void router.loadRouteChunk(router.routesById[routeId as keyof typeof router.routesById])

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
)
