import { createFileRoute } from '@tanstack/react-router'
import { VariablesPage } from '../../variables/variables-page'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/stages/$stage/variables')({
  component: Variables,
})

function Variables() {
  const address = Route.useParams()
  return <VariablesPage key={`${address.connection}/${address.apiId}/${address.stage}`} address={address} />
}
