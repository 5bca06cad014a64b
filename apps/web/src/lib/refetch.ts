import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query'

/**
 * Fetches anew what is shown of this. A first fetch that is still on its way begins again: it may have been answered before
 * what happened, and the library would wait for it.
 */
export async function refetch(queries: QueryClient, filters: InvalidateQueryFilters = {}) {
  await queries.cancelQueries({
    ...filters,
    type: 'active',
    predicate: (query) => query.state.data === undefined && (filters.predicate?.(query) ?? true),
  })
  await queries.invalidateQueries(filters)
}
