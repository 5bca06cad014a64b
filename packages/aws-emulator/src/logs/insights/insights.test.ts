import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  GetQueryResultsCommand,
  PutLogEventsCommand,
  StartQueryCommand,
  StopQueryCommand,
  type CloudWatchLogsClient,
} from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { emulated, testStart } from '../../testing/emulated.ts'

const minuteMs = 60_000

/** Asks until the query has ended; rows as objects. */
async function query(logs: CloudWatchLogsClient, logGroupName: string, queryString: string, minutes = 60) {
  const [startTime, endTime] = [testStart - minutes * minuteMs, testStart - minuteMs + 59_000].map((at) => at / 1000)
  const { queryId } = await logs.send(new StartQueryCommand({ logGroupName, startTime, endTime, queryString }))
  for (;;) {
    const { status, results = [], statistics } = await logs.send(new GetQueryResultsCommand({ queryId }))
    if (status === 'Running') continue
    expect(status).toBe('Complete')
    const rows = results.map((row) => Object.fromEntries(row.map(({ field = '', value }) => [field, value])))
    return { rows: rows.map(({ '@ptr': _, ...row }) => row), statistics }
  }
}

async function ownLines(...lines: string[]) {
  const { logs } = await emulated()
  await logs.send(new CreateLogGroupCommand({ logGroupName: 'own' }))
  await logs.send(new CreateLogStreamCommand({ logGroupName: 'own', logStreamName: 'a' }))
  const logEvents = lines.map((message, index) => ({
    timestamp: testStart - (lines.length - index) * minuteMs,
    message,
  }))
  await logs.send(new PutLogEventsCommand({ logGroupName: 'own', logStreamName: 'a', logEvents }))
  return { logs, ask: async (text: string) => (await query(logs, 'own', text)).rows }
}

const line = (status: number | string, path: string, ms: number, more = {}) =>
  JSON.stringify({ status, path, ms, ...more })

const lines = [
  line(200, '/a', 10),
  line('200', '/b', 20, { user: { name: 'mara' } }),
  line(404, '/a', 30),
  line(502, '/b', 40),
  line(200, '/a', 50, { tags: ['x', 'y'] }),
  'no json at all [42] "GET /c"',
]

test('lines come latest first, with their instant; fields, filters and limits do what they say', async () => {
  const { ask } = await ownLines(...lines)
  const all = await ask('')
  expect(all).toHaveLength(6)
  expect(all[0]).toEqual({ '@timestamp': '2026-01-15 11:59:00.000', '@message': lines[5] })
  expect(await ask('fields status, path | filter status >= 400 | sort ms asc')).toEqual([
    { status: '404', path: '/a' },
    { status: '502', path: '/b' },
  ])
  expect(await ask('fields ms * 2 + 1 as double, user.name | filter status = 200 and ms > 10 | limit 2')).toEqual([
    { double: '101' },
    { double: '41', 'user.name': 'mara' },
  ])
  expect(await ask('filter status in [404, 502] | display path')).toEqual([{ path: '/b' }, { path: '/a' }])
  expect(await ask('filter status not in [404, 502] and not (path = "/b") | display ms')).toEqual([
    {},
    { ms: '50' },
    { ms: '10' },
  ])
  expect(await ask('filter @message like /(?i)JSON/ or @message like "/b" | stats count(*)')).toEqual([
    { 'count(*)': '3' },
  ])
  expect(
    await ask(
      'filter @message not like /status/ | fields strlen(@message) as n, toupper(substr(@message, 0, 2)) as up',
    ),
  ).toEqual([{ n: String(lines[5]!.length), up: 'NO' }])
  expect(await ask('filter ispresent(user.name) | display user.name, coalesce(nope, path) as p')).toEqual([
    { 'user.name': 'mara', p: '/b' },
  ])
  expect(await ask('fields tags.1 | filter tags.0 = "x"')).toEqual([{ 'tags.1': 'y' }])
  expect(await ask('filter ispresent(path) | dedup path | display path, ms')).toEqual([
    { path: '/a', ms: '50' },
    { path: '/b', ms: '40' },
  ])
})

test('stats: by fields, by time, with aliases, sorted; a later filter works on the sums', async () => {
  const { ask } = await ownLines(...lines)
  expect(
    await ask('filter ispresent(status) | stats count(*) as n, avg(ms) as mean by status | sort n desc, status asc'),
  ).toEqual([
    { status: '200', n: '3', mean: '26.666666666666668' },
    { status: '404', n: '1', mean: '30' },
    { status: '502', n: '1', mean: '40' },
  ])
  expect(
    await ask(
      'stats sum(ms) as total, max(ms), pct(ms, 50) p50, median(ms), count_distinct(path) as paths by bin(3m) | sort `bin(3m)`',
    ),
  ).toEqual([
    { 'bin(3m)': '2026-01-15 11:54:00.000', total: '60', 'max(ms)': '30', p50: '20', 'median(ms)': '20', paths: '2' },
    { 'bin(3m)': '2026-01-15 11:57:00.000', total: '90', 'max(ms)': '50', p50: '40', 'median(ms)': '40', paths: '2' },
  ])
  expect(await ask('stats count(*) as n by path | filter n > 2 | display path')).toEqual([{ path: '/a' }])
  expect(
    await ask(
      'stats earliest(ms) as first, latest(ms) as last, min(ms), stddev(ms) by floor(status / 400) as bad | filter bad = 0',
    ),
  ).toEqual([
    { bad: '0', first: '10', last: '50', 'min(ms)': '10', 'stddev(ms)': expect.stringMatching(/^16\.99673171/) },
  ])
})

test('parse: by stars and by the groups of a pattern', async () => {
  const { ask } = await ownLines(...lines)
  expect(
    await ask(
      `parse @message '* [*] "* *"' as text, number, verb, path | filter number = 42 | display text, verb, path`,
    ),
  ).toEqual([{ text: 'no json at all', verb: 'GET', path: '/c' }])
  expect(
    await ask('parse @message /(?<verb>[A-Z]+) \\/(?P<letter>.)"/ | filter ispresent(verb) | display verb, letter'),
  ).toEqual([{ verb: 'GET', letter: 'c' }])
})

test.each([
  ['nope status', 'unexpected symbol found nope at line 1 and position 1'],
  ['fields a |\n filter (b', 'Unexpected end of input at line 2 and position 11'],
  ['stats nope(a)', 'Unknown aggregation nope at line 1 and position 7'],
  ['fields nope(a)', 'Unknown function nope at line 1 and position 8'],
  ['limit many', 'limit expects a number up to 10000 at line 1 and position 7'],
  ['filter a like b', 'A string or a pattern is expected after like at line 1 and position 8'],
  ['parse @message "* *" as one', 'parse has 2 fields and 1 names at line 1 and position 7'],
])('%j is malformed: %s', async (text, sentence) => {
  const { ask } = await ownLines('x')
  await expect(ask(text)).rejects.toMatchObject({ name: 'MalformedQueryException', message: sentence })
})

test('a query over an access log counts what its lines say, and can be stopped', async () => {
  const { logs } = await emulated({ world: 'demo' }, '123456789012')
  const group = '/aws/apigateway/checkout/prod'
  const { rows, statistics } = await query(
    logs,
    group,
    'filter status >= 500 | stats count(*) as n by status | sort status',
    10,
  )
  expect(rows.map(({ status }) => status)).toEqual(['502', '503'])
  for (const { status, n } of rows) {
    const filterPattern = `{ $.status = ${status} }`
    const window = { startTime: testStart - 10 * minuteMs, endTime: testStart - 1 }
    const { events = [] } = await logs.send(
      new FilterLogEventsCommand({ logGroupName: group, filterPattern, ...window }),
    )
    expect(events).toHaveLength(Number(n))
  }
  expect(statistics?.recordsScanned).toBeGreaterThan(5000)
  const asked = { logGroupName: group, startTime: 0, endTime: testStart / 1000, queryString: 'stats count(*)' }
  const { queryId } = await logs.send(new StartQueryCommand(asked))
  expect(await logs.send(new StopQueryCommand({ queryId }))).toMatchObject({ success: true })
  expect((await logs.send(new GetQueryResultsCommand({ queryId }))).status).toBe('Cancelled')
  await expect(logs.send(new StopQueryCommand({ queryId: 'nope' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})

test('lines that a filter by status can’t take are passed over, and count as looked at', async () => {
  const { logs } = await emulated({ world: 'demo' }, '123456789012')
  const group = '/aws/apigateway/checkout/prod'
  const counted = 'stats count(*) as n by bin(5m), resourcePath | sort n desc'
  for (const filter of ['status = 502', 'status >= 500 and resourcePath like "payments"', 'status = 429']) {
    const short = await query(logs, group, `filter ${filter} | ${counted}`)
    // A command in front: every line is written and looked at.
    const long = await query(logs, group, `fields @timestamp | filter ${filter} | ${counted}`)
    expect(short.rows).toEqual(long.rows)
    expect(short.statistics!.recordsScanned).toBe(long.statistics!.recordsScanned)
    expect(short.statistics!.recordsMatched).toBe(long.statistics!.recordsMatched)
    const bytes = short.statistics!.bytesScanned! / long.statistics!.bytesScanned!
    expect(Math.abs(bytes - 1)).toBeLessThan(0.1)
  }
})
