import { createFileRoute, useRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { SignInPage } from '../session/sign-in-page'

// Only a path of our own: a link must not lead to another site after the sign-in.
const OwnPath = z
  .string()
  .regex(/^\/(?![/\\])/)
  .catch('/')

export const Route = createFileRoute('/sign-in')({
  validateSearch: z.object({ to: OwnPath.default('/') }),
  component: SignIn,
})

function SignIn() {
  const { to } = Route.useSearch()
  const router = useRouter()
  return <SignInPage onEntered={() => router.history.replace(to)} />
}
