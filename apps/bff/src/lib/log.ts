import { pino, type Logger } from 'pino'

export type Log = Logger

/** Names whose values never reach a log line, wherever they stand. */
const secretPaths = ['cookie', 'authorization', 'set-cookie', 'password', 'secret', 'value', 'secretAccessKey'].flatMap(
  (name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`, `*.*.*["${name}"]`],
)

export const makeLog = (level: string, stream?: { write(line: string): void }): Log =>
  pino({ level, base: null, redact: { paths: secretPaths, censor: '[redacted]' } }, stream ?? process.stderr)
