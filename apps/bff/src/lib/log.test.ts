import { expect, test } from 'vitest'
import { makeLog } from './log.ts'

test('no secret reaches a log line, however deep it stands', () => {
  const lines: string[] = []
  const log = makeLog('info', { write: (line) => void lines.push(line) })

  log.info({
    password: 'planted-1',
    request: { headers: { cookie: 'planted-2', authorization: 'planted-3' } },
    key: { value: 'planted-4' },
    credentials: { secretAccessKey: 'planted-5' },
  })

  expect(lines.join()).not.toContain('planted')
  expect(lines.join()).toContain('[redacted]')
})
