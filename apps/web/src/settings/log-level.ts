import type { MethodChoice } from '@callboard/shared-types/settings/settings.schemas'

/** AWS's two leaves of logging as the one choice that a person makes. */
export const levels = [
  { value: 'off', label: 'Off' },
  { value: 'errors', label: 'Errors' },
  { value: 'info', label: 'Errors and info' },
  { value: 'full', label: 'Full requests', note: 'with bodies: personal data, keys and tokens end up in the log' },
] as const
export type Level = (typeof levels)[number]['value']

export const choiceOf: Record<Level, Pick<MethodChoice, 'loggingLevel' | 'dataTraceEnabled'>> = {
  off: { loggingLevel: 'OFF', dataTraceEnabled: false },
  errors: { loggingLevel: 'ERROR', dataTraceEnabled: false },
  info: { loggingLevel: 'INFO', dataTraceEnabled: false },
  full: { loggingLevel: 'INFO', dataTraceEnabled: true },
}

export function levelOf({ loggingLevel, dataTraceEnabled }: MethodChoice): Level {
  if (loggingLevel === 'OFF') return 'off'
  if (dataTraceEnabled) return 'full'
  return loggingLevel === 'ERROR' ? 'errors' : 'info'
}
