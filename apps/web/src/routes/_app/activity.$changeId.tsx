import { createFileRoute } from '@tanstack/react-router'
import { ChangePage } from '../../activity/change-page'

export const Route = createFileRoute('/_app/activity/$changeId')({ component: Change })

function Change() {
  return <ChangePage changeId={Route.useParams().changeId} />
}
