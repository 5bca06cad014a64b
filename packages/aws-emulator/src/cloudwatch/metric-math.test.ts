import { PutMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../testing/emulated.ts'
import { askMetrics, mathQuery, metricQuery } from '../testing/metric-queries.ts'

const minuteMs = 60_000

/** Two metrics of a program's own: `a` in minutes 0 to 3, `b` in 0, 1 and 3. */
async function published() {
  const emulator = await emulated()
  await emulator.direct('POST', 'clock', { advanceSeconds: 600 })
  const datum = (MetricName: string, minute: number, Value: number) => ({
    MetricName,
    Value,
    Timestamp: new Date(testStart + minute * minuteMs),
    Dimensions: [{ Name: 'Shop', Value: 'berlin' }],
  })
  const MetricData = [
    ...[10, 20, 40, 30].map((value, minute) => datum('a', minute, value)),
    datum('b', 0, 2),
    datum('b', 1, 0),
    datum('b', 3, 3),
  ]
  await emulator.cloudWatch.send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData }))
  const hidden = { namespace: 'Shop', ReturnData: false }
  const given = ['a', 'b'].map((name) => metricQuery(name, name, 'Sum', { Shop: 'berlin' }, hidden))
  const ask = (queries: MetricDataQuery[], to = 5) => askMetrics(emulator, [...given, ...queries], 0, to)
  const values = async (expression: string, to = 5) => {
    const results = await ask([mathQuery('e', expression)], to)
    return results.map(({ Timestamps = [], Values = [] }) =>
      Object.fromEntries(Timestamps.map((at, index) => [(at.getTime() - testStart) / minuteMs, Values[index]])),
    )
  }
  return { ...emulator, ask, values }
}

test('expressions give, point by point, what their words say', async () => {
  const { values } = await published()
  const expected: Record<string, Record<number, number>> = {
    'a + b * 2': { 0: 14, 1: 20, 3: 36 },
    '100 * b / a': { 0: 20, 1: 0, 3: 10 },
    '-a ^ 2': { 0: -100, 1: -400, 2: -1600, 3: -900 },
    'a > 15': { 0: 0, 1: 1, 2: 1, 3: 1 },
    'a > 15 AND b == 0': { 0: 0, 1: 1, 3: 0 },
    'a < 15 || b >= 3': { 0: 1, 1: 0, 3: 1 },
    'IF(b > 0, a / b, 0)': { 0: 5, 1: 0, 3: 10 },
    'IF(a > 15, a)': { 1: 20, 2: 40, 3: 30 },
    'FILL(b, 0)': { 0: 2, 1: 0, 2: 0, 3: 3, 4: 0 },
    'FILL(b, REPEAT)': { 0: 2, 1: 0, 2: 0, 3: 3, 4: 3 },
    'FILL(b, LINEAR)': { 0: 2, 1: 0, 2: 1.5, 3: 3 },
    'a - AVG(a)': { 0: -15, 1: -5, 2: 15, 3: 5 },
    'a / MAX(a) + MIN(a) * 0 + SUM(a) * 0': { 0: 0.25, 1: 0.5, 2: 1, 3: 0.75 },
    'SUM([a, b])': { 0: 12, 1: 20, 2: 40, 3: 33 },
    'AVG(METRICS())': { 0: 6, 1: 10, 2: 40, 3: 16.5 },
    'MAX(METRICS("a"))': { 0: 10, 1: 20, 2: 40, 3: 30 },
    'RATE(a)': { 1: 10 / 60, 2: 20 / 60, 3: -10 / 60 },
    'DIFF(b)': { 1: -2, 3: 3 },
    'DIFF_TIME(b)': { 1: 60, 3: 120 },
    'RUNNING_SUM(a)': { 0: 10, 1: 30, 2: 70, 3: 100 },
    'a / PERIOD(a)': { 0: 10 / 60, 1: 20 / 60, 2: 40 / 60, 3: 0.5 },
    'CEIL(a / 3) - FLOOR(a / 3) + ABS(-1) + LOG10(100)': { 0: 4, 1: 4, 2: 4, 3: 3 },
    'TIME_SERIES(7)': { 0: 7, 1: 7, 2: 7, 3: 7, 4: 7 },
    'METRIC_COUNT([a, b]) * TIME_SERIES(1)': { 0: 2, 1: 2, 2: 2, 3: 2, 4: 2 },
    'FIRST(SORT([a, b], AVG, ASC))': { 0: 2, 1: 0, 3: 3 },
    'SLICE([a, b], 1)': { 0: 2, 1: 0, 3: 3 },
    'MINUTE(a) + HOUR(a) * 0': { 0: 0, 1: 1, 2: 2, 3: 3 },
    "SUM(SEARCH('{Shop,Shop} MetricName=\"a\"', 'Sum', 60))": { 0: 10, 1: 20, 2: 40, 3: 30 },
  }
  for (const [expression, points] of Object.entries(expected)) {
    const [found] = await values(expression)
    const rounded = Object.fromEntries(
      Object.entries(found ?? {}).map(([at, value]) => [at, Number(value?.toFixed(9))]),
    )
    const wanted = Object.fromEntries(Object.entries(points).map(([at, value]) => [at, Number(value.toFixed(9))]))
    expect([expression, rounded]).toEqual([expression, wanted])
  }
})

test('an expression may use others, whatever their order; a period of the request is not filled beyond the clock', async () => {
  const { ask, values } = await published()
  const results = await ask([
    mathQuery('e2', 'e1 * 2', { Label: 'twice' }),
    mathQuery('e1', 'a + 1', { ReturnData: false }),
  ])
  expect(results).toMatchObject([{ Id: 'e2', Label: 'twice', Values: [22, 42, 82, 62] }])
  expect(Object.keys((await values('FILL(a, 0)', 60))[0] ?? {})).toHaveLength(11)
})

test('many series come under one id, told apart by their labels; labels are filled in', async () => {
  const { ask } = await published()
  const found = await ask([mathQuery('s', "SEARCH('{Shop,Shop} berlin', 'Maximum', 60)")])
  expect(found.map(({ Id, Label, Values }) => [Id, Label, Values])).toEqual([
    ['s', 'a', [10, 20, 40, 30]],
    ['s', 'b', [2, 0, 3]],
  ])
  const Label = "${PROP('Dim.Shop')} ${MAX} of ${LABEL}"
  const labelled = await ask([metricQuery('m', 'a', 'Sum', { Shop: 'berlin' }, { namespace: 'Shop', Label })])
  expect(labelled[0]?.Label).toBe('berlin 40 of a')
})

test('points that are no numbers are dropped, and the result says so', async () => {
  const { ask } = await published()
  const [result] = await ask([mathQuery('e', 'a / b')])
  expect(result?.Values).toEqual([5, 10])
  expect(result?.Messages).toEqual([
    {
      Code: 'ArithmeticError',
      Value: 'One or more data-points have been dropped due to non-numeric values (NaN, -Infinite, +Infinite)',
    },
  ])
})

test.each([
  ['a +', 'Unexpected end of input'],
  ['a ; b', 'Unexpected character ;'],
  ['nope * 2', 'The following ids are not defined: [nope]'],
  ['e + 1', 'Circular reference between expressions'],
  ['NOPE(a)', 'Unsupported function NOPE'],
  ['SUM(a)', 'The expression must return a time series'],
  ['FILL(a)', 'FILL expects two arguments'],
  ['FILL(a, MAX)', 'FILL expects a number, REPEAT or LINEAR as its second argument'],
  ['RATE(SUM(a), 2)', 'RATE expects one argument'],
  ['[a, 1]', 'An array can only have time series'],
  ["SEARCH('{Shop,Shop} (', 'Sum', 60)", 'The search expression is malformed'],
])('the expression %s is refused: %s', async (expression, sentence) => {
  const { ask } = await published()
  await expect(ask([mathQuery('e', expression)])).rejects.toMatchObject({
    name: 'ValidationException',
    message: `Error in expression 'e': ${sentence}`,
  })
})
