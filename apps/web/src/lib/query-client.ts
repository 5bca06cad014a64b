import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { hasCode, toAppError } from './app-error'

/** @param onSignedOut called whenever any endpoint answers that nobody is signed in */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (hasCode(error, 'unauthenticated')) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // The BFF already waits and retries towards AWS; only a lost connection is worth another try from here.
        retry: (count, error) => toAppError(error).code === 'offline' && count < 2,
        // A page keeps polling the BFF on the loopback or intranet whatever the browser thinks of the internet.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
