import { createRootRouteWithContext, Link, Outlet } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { buttonClass } from '../ui/button'
import { Failure } from '../ui/failure'
import { Lost } from '../ui/lost'

export const Route = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: ({ error, reset }) => (
    <main className="mx-auto max-w-prose px-4 py-20">
      <Failure error={error} onRetry={reset} />
    </main>
  ),
  notFoundComponent: () => (
    <main>
      <Lost
        title="No such page"
        links={
          <Link to="/" className={buttonClass('primary', 'normal')}>
            Back to the fleet
          </Link>
        }
      >
        Callboard has nothing at this address.
      </Lost>
    </main>
  ),
})
