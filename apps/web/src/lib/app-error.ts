import { ORPCError } from '@orpc/client'
import { errorStatus, type ErrorCode } from '@callboard/shared-types/lib/error-codes'
import type { ErrorData } from '@callboard/shared-types/lib/errors'

type Declared = { [C in ErrorCode]: { code: C; message: string; data: ErrorData<C> } }[ErrorCode]

/** An error of the contract's closed list; `offline` where no answer came, `unexpected` for anything else. */
export type AppError = Declared | { code: 'offline' | 'unexpected'; message: string; data: null }

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code)

export function toAppError(error: unknown): AppError {
  if (error instanceof ORPCError) {
    const { code, message, data } = error
    if (isErrorCode(code)) return { code, message, data }
    return { code: 'unexpected', message, data: null }
  }
  // fetch rejects with a TypeError when no answer came at all.
  if (error instanceof TypeError) return { code: 'offline', message: error.message, data: null }
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), data: null }
}

export const hasCode = (error: unknown, code: AppError['code']): boolean => toAppError(error).code === code
