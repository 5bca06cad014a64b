import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/')({
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$connection/$kind/$apiId/stages/$stage/overview', params, replace: true })
  },
})
