import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Emulator } from '../emulator.ts'
import type { DataPlane } from '../execute-api/handle-request.ts'
import { AwsError, badRequest, notFound } from '../lib/aws-error.ts'
import { asAwsError, restJsonError } from '../protocol/answers.ts'
import { parseJson } from '../protocol/json-codec.ts'
import type { HttpAnswer, HttpRequest } from '../protocol/request.ts'
import type { DirectorAction } from './action.ts'
import { directorActions } from './actions.ts'
import { checkAccess, type DirectorAccess } from './check-loopback.ts'

const prefix = '/_emulator/'

/** The hand that moves the world for tests and demos: on loopback only, never for a web page. */
export function createDirector(emulator: Emulator, dataPlane: DataPlane, access: DirectorAccess) {
  const actions = directorActions(emulator, dataPlane)
  return {
    owns: ({ path }: HttpRequest) => path.startsWith(prefix),
    async handle(request: HttpRequest, incoming: IncomingMessage): Promise<HttpAnswer> {
      try {
        checkAccess(incoming, access)
        return answer(await perform(actions, request))
      } catch (error) {
        return restJsonError(asAwsError(error))
      }
    },
  }
}

function perform(actions: Record<string, DirectorAction>, { method, path, body }: HttpRequest): unknown {
  const name = path.slice(prefix.length)
  const known = Object.keys(actions).filter((key) => key.endsWith(` ${name}`))
  const action = actions[`${method} ${name}`]
  if (known.length === 0) throw notFound(`The director doesn't know ${name}`)
  if (!action) throw new AwsError('MethodNotAllowedException', 405, `Use one of: ${known.join(', ')}`)
  const input = action.input.safeParse(parseJson(body))
  if (!input.success) throw badRequest(z.prettifyError(input.error))
  return action.run(input.data as never)
}

function answer(output: unknown): HttpAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(output ?? {}) }
}
