import { describe, expect, test } from 'vitest'
import { secretSuspicion, variableCountProblem, variableNameProblem, variableValueProblem } from './variable-rules.ts'

describe('a name', () => {
  test.each(['lambdaAlias', '_', '9lives', 'x'.repeat(64)])('may be %s', (name) => {
    expect(variableNameProblem(name)).toBeNull()
  })

  test.each(['', 'owner:x', 'two words', 'dash-ed', 'naïve', 'a.b', 'x\n'])("may not be %j, in AWS's words", (name) => {
    expect(variableNameProblem(name)).toBe(
      `Invalid stage variable name: ${name}.  Please use names with only word characters.`,
    )
  })

  test('has at most 64 characters', () => {
    expect(variableNameProblem('x'.repeat(65))).toContain('at most 64')
  })
})

describe('a value', () => {
  test.each(['live', 'https://a.example.com:8443/p?q=1&r=2#s', 'a, b', '~', 'x'.repeat(512)])('may be %s', (value) => {
    expect(variableValueProblem(value)).toBeNull()
  })

  test.each(['', '$LATEST', 'a@b', '{}', '50%', 'é', 'line\nline', '(x)'])("may not be %j, in AWS's words", (value) => {
    expect(variableValueProblem(value)).toBe(
      `Invalid stage variable value: ${value}.  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.`,
    )
  })

  test('has at most 512 characters', () => {
    expect(variableValueProblem('x'.repeat(513))).toContain('at most 512')
  })
})

test('a stage has at most 100 variables', () => {
  expect(variableCountProblem(100)).toBeNull()
  expect(variableCountProblem(101)).toContain('101')
})

describe('a secret', () => {
  test.each([
    ['dbPassword', 'hunter2hunter2'],
    ['API_KEY', '0123456789'],
    ['stripe', 'sk_live_0123456789abcdefghij'],
    ['whatever', 'AKIAIOSFODNN7EXAMPLE'],
    ['whatever', 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY1'],
  ])('is suspected in %s', (name, value) => {
    expect(secretSuspicion(name, value)).not.toBeNull()
  })

  test.each([
    ['lambdaAlias', 'live'],
    ['keyHeader', 'x-api-key'],
    ['tokenUrl', 'https://id.example.com/token'],
    ['userPool', 'customers-prod'],
    ['secretName', 'prod/db'],
    ['vpcLink', 'a1b2c3d4e5'],
    ['searchIndex', 'products-2026-11-24-rebuilt-nightly'],
  ])('is not suspected in %s = %s', (name, value) => {
    expect(secretSuspicion(name, value)).toBeNull()
  })
})
