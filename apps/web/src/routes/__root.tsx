import { createRootRouteWithContext, Link, Outlet, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { buttonClass } from '../ui/button'
import { Failure } from '../ui/failure'
import { Lost } from '../ui/lost'

export const Route = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: Broken,
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

function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => void router.invalidate().then(reset)
  return (
    <main className="mx-auto max-w-prose px-4 py-20">
      <h1 className="sr-only">Callboard</h1>
      <Failure error={error} onRetry={retry} />
    </main>
  )
}
