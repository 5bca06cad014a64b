import { contract } from '@callboard/shared-types/contract'
import { errorStatus } from '@callboard/shared-types/lib/error-codes'
import { implement, ORPCError, ValidationError } from '@orpc/server'
import { isStoreError } from '../db/store-errors.ts'
import type { RequestContext } from './context.ts'
import { AppError } from './errors.ts'
import type { Log } from './log.ts'

const endpoints = implement(contract).$context<RequestContext>()

/** For endpoints that anyone may ask. */
export const open = endpoints

/** For endpoints that need somebody who came in. */
export const inside = endpoints.use(({ context, next }) => {
  const { person } = context
  if (!person) throw new AppError('unauthenticated', 'Come in first', {})
  return next({ context: { person } })
})

/** The one translation of what a verb throws into what the contract declares; anything else is a bare 500, and logged. */
export function declaredError(thrown: unknown, log: Log, path: readonly string[]): unknown {
  if (thrown instanceof AppError) {
    const { code, message, data } = thrown as AppError
    return new ORPCError(code, { status: errorStatus[code], message, data, cause: thrown })
  }
  if (thrown instanceof ORPCError && thrown.cause instanceof ValidationError && thrown.status === 400) {
    const issues = thrown.cause.issues.map(({ path: at, message }) => ({ path: pathText(at), message }))
    const message = issues.map((issue) => `${issue.path || 'input'}: ${issue.message}`).join('; ')
    return new ORPCError('invalid', { status: errorStatus.invalid, message, data: { issues } })
  }
  if (isStoreError(thrown)) {
    log.error({ error: thrown, path }, 'the store is down')
    const message = "Callboard's own store doesn't answer: stages can be looked at, not changed"
    return new ORPCError('read_only', { status: errorStatus.read_only, message, data: {} })
  }
  if (thrown instanceof ORPCError && thrown.status < 500) return thrown
  log.error({ error: thrown, path }, 'unexpected error')
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Something went wrong in Callboard' })
}

const pathText = (path: readonly unknown[] | undefined): string =>
  (path ?? []).map((part) => String(typeof part === 'object' && part && 'key' in part ? part.key : part)).join('.')
