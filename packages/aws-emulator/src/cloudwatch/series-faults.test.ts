import { expect, test } from 'vitest'
import { emulated, type Emulated } from '../testing/emulated.ts'
import { askMetrics, mathQuery, metricQuery } from '../testing/metric-queries.ts'

const account = '123456789012'
const prod = { ApiName: 'checkout', Stage: 'prod' }
const qa = { ApiName: 'checkout', Stage: 'qa' }

const queries = [
  metricQuery('errors', '5XXError', 'Sum', prod),
  metricQuery('slow', 'Latency', 'p99', prod),
  metricQuery('elsewhere', '5XXError', 'Sum', qa),
  mathQuery('share', 'errors / FILL(slow, 1)'),
  mathQuery('twice', 'share * 2'),
  mathQuery('free', 'slow * 2'),
]

const order = ({ direct }: Emulated, fault: object) =>
  direct('POST', 'faults', { operation: 'GetMetricData', ...fault })

const ask = async (world: Emulated) => {
  const results = await askMetrics(world, queries, -10, 0)
  return results.map(({ Id, StatusCode, Timestamps, Values, Messages }) => {
    expect(Timestamps).toHaveLength(Values?.length ?? NaN)
    return [Id, StatusCode, Values?.length, Messages?.map(({ Code }) => Code)]
  })
}

const well = [
  ['errors', 'Complete', 10, undefined],
  ['slow', 'Complete', 10, undefined],
  ['elsewhere', 'Complete', 10, undefined],
  ['share', 'Complete', 10, undefined],
  ['twice', 'Complete', 10, undefined],
  ['free', 'Complete', 10, undefined],
]

test('an ordered error hits the metrics it names and what is computed of them, in the midst of others; asked again all is well', async () => {
  const world = await emulated({ world: 'demo' }, account)
  await order(world, { kind: 'internal-error', metrics: { name: '5XX*', dimensions: { Stage: 'prod' } } })
  const failed = ['InternalError', 0, ['InternalError']]
  expect(await ask(world)).toEqual(
    well.map((line) => (['errors', 'share', 'twice'].includes(String(line[0])) ? [line[0], ...failed] : line)),
  )
  expect(await ask(world)).toEqual(well)
})

test('partial data has the first half of the points and says so; an error of the same series is told before it', async () => {
  const world = await emulated({ world: 'demo' }, account)
  await order(world, { kind: 'partial-data', metrics: { namespace: 'AWS/*', dimensions: { ApiName: 'check*t' } } })
  await order(world, { kind: 'internal-error', metrics: { name: 'Latency' } })
  const whole = await askMetrics(await emulated({ world: 'demo' }, account), queries.slice(0, 1), -10, 0)
  const [errors, slow] = await askMetrics(world, queries, -10, 0)
  expect(errors).toMatchObject({ StatusCode: 'PartialData', Messages: [{ Code: 'PartialData' }] })
  expect(errors?.Values).toEqual(whole[0]?.Values?.slice(0, 5))
  expect(slow).toMatchObject({ StatusCode: 'InternalError', Values: [], Messages: [{ Code: 'InternalError' }] })
  expect(await ask(world)).toEqual(well)
})

test('a fault waits for the metrics and the account it is meant for, and is taken back', async () => {
  const world = await emulated({ world: 'demo' }, account)
  await order(world, { kind: 'internal-error', metrics: { name: 'CacheHitCount' } })
  await order(world, { kind: 'internal-error', metrics: {}, account: '444455556666' })
  expect(await ask(world)).toEqual(well)
  const { json } = await world.direct('GET', 'faults')
  expect(json).toMatchObject({ faults: [{ times: 1 }, { times: 1 }] })
  await order(world, { kind: 'partial-data', metrics: {}, account })
  await world.direct('DELETE', 'faults', {})
  expect(await ask(world)).toEqual(well)
  expect((await order(world, { kind: 'internal-error' })).status).toBe(400)
})
