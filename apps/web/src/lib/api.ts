import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { contract } from '@callboard/shared-types/contract'

const link = new OpenAPILink(contract, { url: () => new URL('/api', window.location.origin) })

/** The only way to the BFF. */
export const client: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(link)

/** The same as TanStack Query options and keys. */
export const api = createTanstackQueryUtils(client)
