import type { APIGatewayClient, APIGatewayServiceException } from '@aws-sdk/client-api-gateway'
import { afterAll, describe, expect, test } from 'vitest'
import { startEmulator, type RunningEmulator } from '../server.ts'
import { clientsOf, sender, testStart } from './emulated.ts'
import { seenOperations } from './seen-operations.ts'

/** A new account on the emulator that the tests of a file share. Its clock stands still. */
export type World = {
  apiGateway: APIGatewayClient
  send: APIGatewayClient['send']
  /** Sends without credentials. */
  unsigned: APIGatewayClient['send']
  account: string
  url: string
}

type Tests = Record<string, (world: World) => Promise<void>>

/** Each has at least one test; a group that is empty fails. */
export type OperationTests = { accepts: Tests; refuses: Tests; does: Tests }

/**
 * The tests of one operation: what it accepts, what it refuses and in which words, what it does. Every test must have called
 * it: with a refusal among the answers in `refuses`, with another answer in the other two. A test checks which operations
 * have been described.
 */
export function describeOperation(name: string, groups: OperationTests): void {
  afterAll(endShared)
  describe(name, () => {
    describeGroup('accepts', groups.accepts, { operation: name, refused: false })
    describeGroup('refuses', groups.refuses, { operation: name, refused: true })
    describeGroup('does', groups.does, { operation: name, refused: false })
  })
}

function describeGroup(group: keyof OperationTests, tests: Tests, needed: (typeof seenOperations)[number]): void {
  describe(group, () => {
    if (Object.keys(tests).length === 0) throw new Error(`${needed.operation} has no test of what it ${group}`)
    for (const [guarantee, run] of Object.entries(tests)) {
      test(guarantee, async () => {
        seenOperations.length = 0
        await run(await newWorld())
        expect(seenOperations).toContainEqual(needed)
      })
    }
  })
}

let shared: Promise<RunningEmulator> | undefined
let accounts = 100_000_000_000

/** At the end of each file; files of one worker share this module. */
async function endShared(): Promise<void> {
  const running = shared
  shared = undefined
  await (await running)?.close()
}

async function newWorld(): Promise<World> {
  shared ??= startEmulator({ speed: 0, startAt: testStart })
  const { url } = await shared
  const account = String(++accounts)
  const { apiGateway } = clientsOf(url, account)
  const { apiGateway: nobody } = clientsOf(url, account)
  nobody.middlewareStack.add(
    (next) => (args) => {
      delete (args.request as { headers: Record<string, string> }).headers['authorization']
      return next(args)
    },
    { step: 'finalizeRequest', priority: 'low' },
  )
  return { apiGateway, send: sender(apiGateway), unsigned: sender(nobody), account, url }
}

const names = {
  400: 'BadRequestException',
  403: 'MissingAuthenticationTokenException',
  404: 'NotFoundException',
  409: 'ConflictException',
}

/** The status, AWS's name for it, and the whole sentence; a pattern where a part of the sentence differs from run to run. */
export async function refused(
  sent: Promise<unknown>,
  status: keyof typeof names,
  sentence: string | RegExp,
): Promise<void> {
  const message = typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)
  const error: Partial<APIGatewayServiceException> = { name: names[status], message: message as string }
  await expect(sent).rejects.toMatchObject({ ...error, $metadata: { httpStatusCode: status } })
}

/** The framework's own check of enums and patterns. */
export async function invalid(sent: Promise<unknown>, ...broken: string[]): Promise<void> {
  const message = `${broken.length} validation error${broken.length === 1 ? '' : 's'} detected: ${broken.join('; ')}`
  await expect(sent).rejects.toMatchObject({ name: 'ValidationException', message, $metadata: { httpStatusCode: 400 } })
}

export const unsignedRefusal = 'Missing Authentication Token'
export const wrongPosition = 'Invalid position parameter specified'

/** The answer without what the SDK adds about the transport. */
export async function bare<Answer extends { $metadata: unknown }>(
  sent: Promise<Answer>,
): Promise<Omit<Answer, '$metadata'>> {
  const { $metadata: _, ...answer } = await sent
  return answer
}

export const statusOf = async (
  sent: Promise<{ $metadata: { httpStatusCode?: number } }>,
): Promise<number | undefined> => (await sent).$metadata.httpStatusCode
