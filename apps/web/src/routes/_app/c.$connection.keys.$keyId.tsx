import { createFileRoute } from '@tanstack/react-router'
import { KeyPage } from '../../keys/key-page'

export const Route = createFileRoute('/_app/c/$connection/keys/$keyId')({ component: Key })

function Key() {
  const { connection, keyId } = Route.useParams()
  return <KeyPage connection={connection} keyId={keyId} />
}
