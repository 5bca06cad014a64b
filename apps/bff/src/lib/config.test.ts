import { describe, expect, test } from 'vitest'
import { isProduction, readConfig } from './config.ts'

describe('the configuration', () => {
  test('has defaults for everything', () => {
    expect(readConfig({})).toMatchObject({ PORT: 4000, HOST: '127.0.0.1', AUTH: 'demo', PRODUCTION_STAGES: ['prod*'] })
  })

  test('is refused with the whole list of what is wrong', () => {
    expect(() =>
      readConfig({ PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'ftp://x', DATABASE_URL: 'mysql://x' }),
    ).toThrow(/PORT[\s\S]*|LOG_LEVEL[\s\S]*PUBLIC_URL/)
    try {
      readConfig({ PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'ftp://x', DATABASE_URL: 'mysql://x' })
    } catch (error) {
      for (const name of ['PORT', 'LOG_LEVEL', 'PUBLIC_URL', 'DATABASE_URL']) expect(String(error)).toContain(name)
    }
  })

  test.each(['0.0.0.0', '192.168.1.2', '::'])('lets nobody in as anybody on the address %s', (HOST) => {
    expect(() => readConfig({ HOST, AUTH: 'demo' })).toThrow(/AUTH=demo/)
  })

  test('an empty variable is one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).PORT).toBe(4000)
  })
})

test.each([
  ['prod', ['prod*'], true],
  ['production-eu', ['prod*'], true],
  ['preprod', ['prod*'], false],
  ['live', ['prod*', 'live'], true],
  ['a+b', ['a+b'], true],
  ['aab', ['a+b'], false],
])('%s by %j is production: %s', (stage, patterns, expected) => {
  expect(isProduction(stage, patterns)).toBe(expected)
})
