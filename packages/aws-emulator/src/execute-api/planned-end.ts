import type { SampleRefusal } from '../cloudwatch/samples.ts'
import { Refusal } from './gateway-response.ts'

/** How a planned call ended. */
export type End = { status: number; refusal?: SampleRefusal }

export const refusedWith = ({ response: { type, status, message }, message: detail }: Refusal): End => ({
  status,
  refusal: { type, message, detail },
})

export function endOf(run: () => number): End {
  const status = orRefusal(run)
  return status instanceof Refusal ? refusedWith(status) : { status }
}

export function orRefusal<Value>(run: () => Value): Value | Refusal {
  try {
    return run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
