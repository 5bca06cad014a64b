import { setTimeout as sleep } from 'node:timers/promises'
import type { CallBudget, Priority } from './call-budget.ts'
import { isAppError } from '../lib/errors.ts'
import { awsFailure, type AwsFailure } from './aws-errors.ts'
import type { DeniedActions } from './denied-actions.ts'
import type { WriteCapability } from './write-capability.ts'

type Answer = { $metadata: { requestId?: string } }

/** The part of an SDK client that is used: commands go in, answers come out. */
interface Client {
  send(command: never): Promise<unknown>
}

interface SdkCommand {
  middlewareStack: {
    addRelativeTo(middleware: unknown, options: { relation: 'after'; toMiddleware: string; name: string }): void
  }
}

/** How often a read is tried when AWS is throttling, failing or away. */
const readAttempts = 4

/** How long a write goes on waiting for its turn when AWS throttles. */
const writePatienceMs = 60_000

/** Thrown by `write`: what AWS said, and what that proves. */
export class CallFailed extends Error {
  readonly failure: AwsFailure

  constructor(failure: AwsFailure) {
    super(failure.error.message, { cause: failure.error })
    this.failure = failure
  }
}

/** Every call to one AWS service of one account and region passes here: in its turn, and retried where that's safe. */
export class AwsCalls<C extends Client> {
  readonly #client: C
  readonly #budget: CallBudget
  readonly #denied: DeniedActions

  constructor(client: C, budget: CallBudget, denied: DeniedActions) {
    this.#client = client
    this.#budget = budget
    this.#denied = denied
  }

  /** What of the budget is used now. */
  use() {
    return this.#budget.use()
  }

  /**
   * Reads; throttled, failed and lost calls are tried again with growing waits.
   * @throws AppError
   */
  async read<T extends Answer>(makeCommand: () => object, as: Priority = 'read'): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const command = makeCommand()
      try {
        return await this.#budget.run(() => this.#client.send(command as never) as Promise<T>, as)
      } catch (thrown) {
        const failure = this.#failure(thrown, command)
        const again = failure.throttled || failure.error.code === 'aws_unreachable'
        if (!again || attempt >= readAttempts || !this.#budget.goesOn(as)) throw failure.error
        await this.#wait(failure, attempt)
      }
    }
  }

  /**
   * Writes, at most once: sent again only after an answer that proves nothing was done and asks to come back (429).
   * @param invocationId sent as `amz-sdk-invocation-id`, so that a call can be recognised in traces
   * @returns AWS's request id and answer
   * @throws CallFailed
   */
  async write<T extends Answer>(_may: WriteCapability, makeCommand: () => object, invocationId: string): Promise<T> {
    const began = performance.now()
    for (let attempt = 1; ; attempt++) {
      const command = makeCommand()
      nameInvocation(command as SdkCommand, invocationId)
      try {
        return await this.#budget.run(() => this.#client.send(command as never) as Promise<T>, 'write')
      } catch (thrown) {
        const failure = this.#failure(thrown, command)
        const waited = performance.now() - began
        if (!failure.throttled || waited + failure.retryAfterMs > writePatienceMs) throw new CallFailed(failure)
        await this.#wait(failure, attempt)
      }
    }
  }

  #failure(thrown: unknown, command: object): AwsFailure {
    const failure = awsFailure(thrown, operationOf(command))
    if (isAppError(failure.error, 'aws_denied')) this.#denied.note(failure.error.data.action)
    return failure
  }

  async #wait(failure: AwsFailure, attempt: number): Promise<void> {
    const jitter = 0.5 + Math.random()
    const ms = Math.max(failure.retryAfterMs, 200 * 2 ** Math.min(attempt, 5) * jitter)
    if (failure.throttled) this.#budget.pauseFor(failure.retryAfterMs)
    await sleep(ms)
  }
}

const operationOf = (command: object): string => command.constructor.name.replace(/Command$/, '')

function nameInvocation(command: SdkCommand, invocationId: string): void {
  const middleware = (next: (args: unknown) => unknown) => (args: { request: { headers: Record<string, string> } }) => {
    args.request.headers['amz-sdk-invocation-id'] = invocationId
    return next(args)
  }
  command.middlewareStack.addRelativeTo(middleware, {
    relation: 'after',
    toMiddleware: 'retryMiddleware',
    name: 'callboardInvocationId',
  })
}
