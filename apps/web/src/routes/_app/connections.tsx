import { createFileRoute } from '@tanstack/react-router'
import { ConnectionsPage } from '../../connections/connections-page'

export const Route = createFileRoute('/_app/connections')({ component: ConnectionsPage })
