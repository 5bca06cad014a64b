import { seedFrom } from '../lib/random.ts'

/** One line of a log (world ms). */
export type LogEvent = {
  timestamp: number
  stream: string
  message: string
  /** Tells events of one stream and instant apart. */
  serial: number
}

/** 56 digits, the later event the higher, as on AWS. */
export function eventId({ timestamp, stream, serial }: LogEvent): string {
  const hash = seedFrom(stream, serial) >>> 0
  return `3${String(timestamp).padStart(15, '0')}${String(hash).padStart(10, '0')}${String(serial).padStart(30, '0')}`
}

export const inOrder = (a: LogEvent, b: LogEvent) => a.timestamp - b.timestamp || a.serial - b.serial
