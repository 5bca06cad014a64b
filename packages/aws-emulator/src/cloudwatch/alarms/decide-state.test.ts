import { expect, test } from 'vitest'
import { decideState, type Judgement } from './decide-state.ts'

/** As AWS's documentation draws it: oldest first, `-` is missing, `X` breaches, `0` doesn't. */
const pointsOf = (drawn: string) =>
  drawn
    .split(' ')
    .toReversed()
    .map((mark) => (mark === '-' ? undefined : mark === 'X' ? 1 : 0))

const treatments: Judgement['missing'][] = ['missing', 'ignore', 'breaching', 'notBreaching']

/** What stays the same is seen by beginning from a state that nothing else leads to. */
function decisions(drawn: string, datapointsToAlarm: number) {
  return treatments.map((missing) => {
    const judgement: Judgement = { evaluationPeriods: 3, datapointsToAlarm, missing, isBreaching: (value) => value > 0 }
    const [ok, alarm] = (['OK', 'ALARM'] as const).map(
      (current) => decideState(pointsOf(drawn), judgement, current).state,
    )
    return ok === alarm ? ok : 'stays'
  })
}

test.each([
  ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
  ['- - - - -', 'INSUFFICIENT_DATA', 'stays', 'ALARM', 'OK'],
  ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['- - X - -', 'ALARM', 'stays', 'ALARM', 'OK'],
  ['- - - - X', 'stays', 'stays', 'ALARM', 'OK'],
])('3 of 3, %s: missing %s, ignore %s, breaching %s, notBreaching %s', (drawn, ...expected) => {
  expect(decisions(drawn, 3)).toEqual(expected)
})

test.each([
  ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - X -', 'ALARM', 'stays', 'ALARM', 'OK'],
])('2 of 3, %s: missing %s, ignore %s, breaching %s, notBreaching %s', (drawn, ...expected) => {
  expect(decisions(drawn, 2)).toEqual(expected)
})
