import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../lib/api'
import { toAppError } from '../lib/app-error'
import { Failure } from '../ui/failure'
import { Logo } from '../ui/logo'
import { useTitle } from '../ui/page'
import { Loading, Skeleton } from '../ui/skeleton'
import { PasswordForm } from './password-form'
import { PeopleList } from './people-list'

/** What the password's field says by itself: `password` and `attempts` are the rules of the way in. */
function refusalOf(error: unknown): string | null {
  const refused = error ? toAppError(error) : null
  if (refused?.code !== 'forbidden' || !['password', 'attempts'].includes(refused.data.rule)) return null
  return `${refused.message}.`
}

/** @param onEntered goes back to where the person wanted to be */
export function SignInPage({ onEntered }: { onEntered: () => void }) {
  useTitle('Sign in')
  const queries = useQueryClient()
  const session = useQuery(api.session.get.queryOptions({ staleTime: 0 }))
  const start = useMutation(
    api.session.start.mutationOptions({
      onSuccess: (entered) => {
        queries.clear()
        queries.setQueryData(api.session.get.queryKey(), entered)
        onEntered()
      },
    }),
  )
  const refusal = refusalOf(start.error)
  const error = (refusal ? null : start.error) ?? session.error
  const byPassword = session.data?.auth === 'local'
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="w-full max-w-96">
        <div className="mb-5 flex items-center gap-2.5 text-xl font-semibold tracking-tight">
          <Logo size={24} /> Callboard
        </div>
        <section className="bg-panel border-line rounded-lg border p-4" aria-labelledby="who">
          <h1 id="who" className="text-lg font-semibold">
            {byPassword ? 'Sign in' : 'Who are you?'}
          </h1>
          <p className="text-ink-2 mb-3 text-sm">
            {byPassword
              ? 'The password is the one that Callboard was started with.'
              : 'This is a demo: choose a person. What they may do depends on their role.'}
          </p>
          {error && (
            <div className="mb-3">
              <Failure error={error} onRetry={() => void session.refetch()} />
            </div>
          )}
          {byPassword ? (
            <PasswordForm
              refusal={refusal}
              busy={start.isPending}
              onEnter={(password) => start.mutate({ subject: 'admin', password })}
            />
          ) : (
            <PeopleList
              people={session.data?.people ?? []}
              disabled={start.isPending}
              onChoose={(subject) => start.mutate({ subject })}
            />
          )}
          {session.isPending && (
            <div className="flex flex-col gap-1.5">
              <Loading what="the people" />
              {[1, 2, 3].map((row) => (
                <Skeleton key={row} className="h-13 w-full" />
              ))}
            </div>
          )}
        </section>
        {session.data && <p className="text-ink-3 mt-3 text-xs">Callboard {session.data.version}</p>}
      </div>
    </main>
  )
}
