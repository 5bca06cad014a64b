import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Eye, ShieldCheck, Wrench, type LucideIcon } from 'lucide-react'
import type { Person, Role } from '@callboard/shared-types/session/session.schemas'
import { api } from '../lib/api'
import { Failure } from '../ui/failure'
import { Logo } from '../ui/logo'
import { useTitle } from '../ui/page'
import { Loading, Skeleton } from '../ui/skeleton'

const roles: Record<Role, { icon: LucideIcon; may: string }> = {
  viewer: { icon: Eye, may: 'sees everything, changes nothing' },
  operator: { icon: Wrench, may: 'rolls back and undoes' },
  admin: { icon: ShieldCheck, may: 'may do everything' },
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
  const error = start.error ?? session.error
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="w-full max-w-96">
        <div className="mb-5 flex items-center gap-2.5 text-xl font-semibold tracking-tight">
          <Logo size={24} /> Callboard
        </div>
        <section className="bg-panel border-line rounded-lg border p-4" aria-labelledby="who">
          <h1 id="who" className="text-lg font-semibold">
            Who are you?
          </h1>
          <p className="text-ink-2 mb-3 text-sm">
            This is a demo: choose a person. What they may do depends on their role.
          </p>
          {error && (
            <div className="mb-3">
              <Failure error={error} onRetry={() => void session.refetch()} />
            </div>
          )}
          <ul className="flex flex-col gap-1.5">
            {session.data?.people.map((person) => (
              <li key={person.subject}>
                <PersonButton
                  person={person}
                  disabled={start.isPending}
                  onChoose={() => start.mutate({ subject: person.subject })}
                />
              </li>
            ))}
            {session.isPending && <Loading what="the people" />}
            {session.isPending && [1, 2, 3].map((row) => <Skeleton key={row} className="h-13 w-full" />)}
          </ul>
        </section>
        {session.data && <p className="text-ink-3 mt-3 text-xs">Callboard {session.data.version}</p>}
      </div>
    </main>
  )
}

function PersonButton({ person, disabled, onChoose }: { person: Person; disabled: boolean; onChoose: () => void }) {
  const { icon: Icon, may } = roles[person.role]
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onChoose}
      className="border-line hover:border-accent hover:bg-accent-weak/40 flex w-full items-center gap-3 rounded-md border px-3 py-2 text-left transition-colors"
    >
      <Icon size={17} aria-hidden className="text-accent shrink-0" />
      <span>
        <span className="font-semibold">{person.name}</span> <span className="text-ink-2">· {person.role}</span>
        <span className="text-ink-3 block text-xs">{may}</span>
      </span>
    </button>
  )
}
