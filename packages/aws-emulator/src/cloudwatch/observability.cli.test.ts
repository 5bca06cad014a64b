import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulator, type RunningEmulator } from '../server.ts'

const run = promisify(execFile)
const cli = process.env['AWS_CLI_PATH'] ?? 'aws'
const account = '123456789012'
const testStart = Date.UTC(2026, 0, 15, 12)
const group = '/aws/apigateway/checkout/prod'

let emulator: RunningEmulator
let home: string

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'emulator-cli-'))
  emulator = await startEmulator({ world: 'demo', speed: 0, startAt: testStart })
})
afterAll(async () => {
  await emulator.close()
  rmSync(home, { recursive: true })
})

/** Somebody's shell, with fake credentials and nothing else of this machine. */
const env = () => ({
  HOME: home,
  PATH: `${dirname(cli)}:/usr/bin:/bin`,
  AWS_ACCESS_KEY_ID: account,
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_PAGER: '',
})

/** Runs `aws` with the words of a command, and then arguments that may have blanks. */
async function aws(command: string, ...more: string[]) {
  const args = ['--endpoint-url', emulator.url, '--region', 'eu-central-1', ...command.split(' '), ...more]
  const { stdout } = await run(cli, args, { env: env() })
  return stdout === '' ? undefined : JSON.parse(stdout)
}

async function direct(endpoint: string, body: object): Promise<void> {
  await fetch(`${emulator.url}/_emulator/${endpoint}`, { method: 'POST', body: JSON.stringify(body) })
}

const instant = (minutes: number) => new Date(testStart + minutes * 60_000).toISOString()
const stage = [
  { Name: 'ApiName', Value: 'checkout' },
  { Name: 'Stage', Value: 'prod' },
]

test('who am I, and which metrics are there', async () => {
  expect(await aws('sts get-caller-identity')).toMatchObject({ Account: account })
  const { Metrics } = await aws(
    'cloudwatch list-metrics --namespace AWS/ApiGateway --metric-name Latency --dimensions Name=ApiName,Value=checkout',
  )
  expect(Metrics).toContainEqual({ Namespace: 'AWS/ApiGateway', MetricName: 'Latency', Dimensions: stage })
})

test('a metric query with math', async () => {
  const metric = (id: string, name: string) => ({
    Id: id,
    ReturnData: false,
    MetricStat: {
      Metric: { Namespace: 'AWS/ApiGateway', MetricName: name, Dimensions: stage },
      Period: 300,
      Stat: 'Sum',
    },
  })
  const rate = { Id: 'rate', Expression: 'IF(n > 0, 100 * f / n, 0)', Label: 'failures' }
  const { MetricDataResults } = await aws(
    `cloudwatch get-metric-data --start-time ${instant(-120)} --end-time ${instant(0)} --scan-by TimestampAscending`,
    '--metric-data-queries',
    JSON.stringify([metric('f', '5XXError'), metric('n', 'Count'), rate]),
  )
  expect(MetricDataResults).toHaveLength(1)
  const { Id, Label, Values } = MetricDataResults[0]
  expect([Id, Label, Values.length]).toEqual(['rate', 'failures', 24])
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean(Values.slice(0, 12))).toBeLessThan(0.5)
  expect(mean(Values.slice(12))).toBeGreaterThan(4)
})

test('an alarm fires under a fault and recovers after it', async () => {
  const { items } = await aws('apigateway get-rest-apis')
  const id: string = items.find(({ name }: { name: string }) => name === 'checkout').id
  const { items: deployments } = await aws(`apigateway get-deployments --rest-api-id ${id}`)
  const deploy = (version: string) => {
    const found = deployments.find(({ description = '' }) => description.startsWith(version)).id
    const patch = `op=replace,path=/deploymentId,value=${found}`
    return aws(`apigateway update-stage --rest-api-id ${id} --stage-name prod --patch-operations ${patch}`)
  }
  const state = async () => (await aws('cloudwatch describe-alarms --alarm-names fails')).MetricAlarms[0].StateValue
  await deploy('checkout 2.13')
  await direct('clock', { advanceSeconds: 180 })
  await aws(
    'cloudwatch put-metric-alarm --alarm-name fails --namespace AWS/ApiGateway --metric-name 5XXError --statistic Average ' +
      '--dimensions Name=ApiName,Value=checkout Name=Stage,Value=prod --period 60 --threshold 0.03 --evaluation-periods 2 ' +
      '--comparison-operator GreaterThanThreshold --treat-missing-data notBreaching',
  )
  await direct('clock', { advanceSeconds: 60 })
  expect(await state()).toBe('OK')
  await deploy('checkout 2.14')
  await direct('clock', { advanceSeconds: 180 })
  expect(await state()).toBe('ALARM')
  await deploy('checkout 2.13')
  await direct('clock', { advanceSeconds: 180 })
  expect(await state()).toBe('OK')
  const { AlarmHistoryItems } = await aws(
    'cloudwatch describe-alarm-history --alarm-name fails --history-item-type StateUpdate',
  )
  expect(AlarmHistoryItems.map(({ HistorySummary }: { HistorySummary: string }) => HistorySummary)).toEqual([
    'Alarm updated from ALARM to OK',
    'Alarm updated from OK to ALARM',
    'Alarm updated from INSUFFICIENT_DATA to OK',
  ])
  const trail = await aws(
    'cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=UpdateStage',
  )
  expect(trail.Events.length).toBeGreaterThan(0)
})

test('an Insights query by status, and the filter by a request id', async () => {
  const seconds = (minutes: number) => (testStart + minutes * 60_000) / 1000
  const { queryId } = await aws(
    `logs start-query --log-group-name ${group} --start-time ${seconds(-30)} --end-time ${seconds(0)}`,
    '--query-string',
    'filter status >= 500 | stats count(*) as n by status | sort status',
  )
  const results = () => aws(`logs get-query-results --query-id ${queryId}`)
  let answer = await results()
  while (answer.status === 'Running') answer = await results()
  expect(answer.results.map(([{ value }]: [{ value: string }]) => value)).toEqual(['502', '503'])
  const filter = `logs filter-log-events --log-group-name ${group} --start-time ${testStart - 600_000} --end-time ${testStart}`
  const failed = await aws(`${filter} --max-items 1`, '--filter-pattern', '{ $.status = 503 }')
  const { requestId } = JSON.parse(failed.events[0].message)
  const one = await aws(filter, '--filter-pattern', `"${requestId}"`)
  expect(one.events).toEqual([failed.events[0]])
})

test('what is wrong is told in the words of AWS', async () => {
  const metric = '--namespace AWS/ApiGateway --metric-name Count --statistics Sum --period 60'
  const reversed = `--start-time ${instant(0)} --end-time ${instant(-5)}`
  await expect(aws(`cloudwatch get-metric-statistics ${metric} ${reversed}`)).rejects.toThrow(
    '(InvalidParameterCombination) when calling the GetMetricStatistics operation: The parameter StartTime must be less than',
  )
  await expect(aws('logs get-log-events --log-group-name nope --log-stream-name x')).rejects.toThrow(
    '(ResourceNotFoundException) when calling the GetLogEvents operation: The specified log group does not exist.',
  )
})
