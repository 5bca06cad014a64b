import { createFileRoute, useRouter } from '@tanstack/react-router'
import * as v from 'valibot'
import { searchParams } from '../lib/search'
import { SignInPage } from '../session/sign-in-page'

// Only a path of our own: a link must not lead to another site after the sign-in.
const ownPath = v.pipe(v.string(), v.regex(/^\/(?![/\\])/))

export const Route = createFileRoute('/sign-in')({
  validateSearch: searchParams({ to: ownPath }),
  component: SignIn,
})

function SignIn() {
  const { to = '/' } = Route.useSearch()
  const router = useRouter()
  return <SignInPage onEntered={() => router.history.replace(to)} />
}
