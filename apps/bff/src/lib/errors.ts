import type { ErrorCode } from '@callboard/shared-types/lib/error-codes'
import type { ErrorData } from '@callboard/shared-types/lib/errors'

/** What a verb throws. The message is for a person; one translation at the edge turns it into the declared answer. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly data: ErrorData<C>

  constructor(code: C, message: string, data: ErrorData<C>, cause?: unknown) {
    super(message, { cause })
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}

export const notFound = (what: string, id: string) =>
  new AppError('not_found', `There is no ${what} ${id}`, { what, id })

export const invalid = (path: string, message: string) =>
  new AppError('invalid', message, { issues: [{ path, message }] })

/** True for an AppError of one of these codes. */
export const isAppError = <C extends ErrorCode>(error: unknown, ...codes: C[]): error is AppError<C> =>
  error instanceof AppError && codes.includes(error.code as C)

/** What only adds to an answer is left out where AWS doesn't tell it. */
export const orUnknown = <T>(reading: Promise<T>): Promise<T | null> =>
  reading.catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
