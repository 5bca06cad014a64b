import { z } from 'zod'
import { Plan } from '../changes/plan.schemas.ts'
import { errorStatus, type ErrorCode } from './error-codes.ts'

const AwsFailure = z.object({
  /** Such as `UpdateStage`. */
  operation: z.string(),
  /** AWS's name of the error, such as `BadRequestException`. */
  awsName: z.string(),
  /** AWS's own sentence, word for word. */
  awsSentence: z.string(),
  requestId: z.string().nullable(),
})

/** What each error carries besides its message. */
export const errorData = {
  invalid: z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) }),
  unauthenticated: z.object({}),
  /** `rule` names what forbids it, such as `role: operator`. */
  forbidden: z.object({ rule: z.string() }),
  not_found: z.object({ what: z.string(), id: z.string() }),
  /** The world changed between look and click: `plan` is the present one, `fields` those that are no longer as seen. */
  moved: z.object({ fields: z.array(z.string()), plan: Plan.nullable() }),
  guard_rail: z.object({ rule: z.string(), fields: z.array(z.string()) }),
  aws_refused: AwsFailure,
  aws_denied: AwsFailure.extend({ action: z.string(), resource: z.string() }),
  aws_throttled: AwsFailure.extend({ retryAfterMs: z.number() }),
  aws_unreachable: AwsFailure,
  aws_credentials: AwsFailure,
  /** The change `changeId` was sent and it isn't known yet what became of it; the activity will say. */
  unclear: z.object({ changeId: z.string() }),
  read_only: z.object({}),
} as const satisfies Record<ErrorCode, z.ZodType>

export type ErrorData<C extends ErrorCode> = z.infer<(typeof errorData)[C]>

type Declared<C extends ErrorCode> = { [K in C]: { status: (typeof errorStatus)[K]; data: (typeof errorData)[K] } }

/** Declares the errors an endpoint can answer, by code. */
export function declare<C extends ErrorCode>(...codes: C[]): Declared<C> {
  return Object.fromEntries(
    codes.map((code) => [code, { status: errorStatus[code], data: errorData[code] }]),
  ) as unknown as Declared<C>
}

/** What any endpoint that needs a session can answer. */
export const sessionErrors = declare('invalid', 'unauthenticated', 'read_only')

/** What any endpoint that reads AWS can answer besides. */
export const readErrors = {
  ...sessionErrors,
  ...declare('not_found', 'aws_refused', 'aws_denied', 'aws_throttled', 'aws_unreachable', 'aws_credentials'),
}

/** What any endpoint that goes through the change engine can answer besides. */
export const writeErrors = { ...readErrors, ...declare('forbidden', 'moved', 'guard_rail', 'unclear') }
