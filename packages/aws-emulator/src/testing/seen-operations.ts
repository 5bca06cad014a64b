import type { APIGatewayClient } from '@aws-sdk/client-api-gateway'

export type SeenOperation = { operation: string; refused: boolean }

/** What the clients of this file's tests have asked of API Gateway, and whether it was refused. */
export const seenOperations: SeenOperation[] = []

export function watchOperations(client: APIGatewayClient): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const seen = { operation: commandName.replace(/Command$/, ''), refused: true }
        seenOperations.push(seen)
        const answer = await next(args)
        seen.refused = false
        return answer
      },
    { step: 'initialize' },
  )
}
