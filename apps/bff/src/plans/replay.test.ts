import {
  CreateApiKeyCommand,
  CreateUsagePlanKeyCommand,
  UpdateStageCommand,
  type CreateUsagePlanCommandInput,
} from '@aws-sdk/client-api-gateway'
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyedStage } from '../../tests/keyed-stage.ts'
import { demoAccount, region, startTestApp } from '../../tests/test-app.ts'
import { callReader } from './read-calls.ts'
import { replay, type ProposedLimits, type Verdict } from './replay.ts'

/** `{ "key": …, "request": "GET /pets" }`, with text around it, as people write formats. */
const format =
  '$context.requestId {"key":"$context.identity.apiKeyId","request":"$context.httpMethod $context.resourcePath"} $context.status'

interface Sent {
  /** After the one before, in ms. */
  afterMs: number
  key: number
}

/** Three keys call at seeded times: now a crowd, now a pause, over midnight. */
const traffic = fc.sample(
  fc.record({
    afterMs: fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 0, max: 120 }) },
      { weight: 20, arbitrary: fc.integer({ min: 400, max: 3_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 3_600_000, max: 14_400_000 }) },
    ),
    key: fc.integer({ min: 0, max: 2 }),
  }),
  { numRuns: 260, seed: 7 },
)

/** The same calls through a gateway of its own. @returns what each was answered, and the log's lines */
async function send(plan: Partial<CreateUsagePlanCommandInput>, calls: Sent[], methods?: ProposedLimits['methods']) {
  const app = await startTestApp()
  try {
    const at = await keyedStage(app, plan)
    const values = [at.value]
    const keyIds = [at.keyId]
    for (const n of [1, 2]) {
      const value = `value-of-another-key-${n}`
      const { id: keyId = '' } = await app.aws.send(new CreateApiKeyCommand({ value, enabled: true }))
      await app.aws.send(new CreateUsagePlanKeyCommand({ usagePlanId: at.planId, keyId, keyType: 'API_KEY' }))
      values.push(value)
      keyIds.push(keyId)
    }
    if (methods) {
      const mara = await app.as('mara')
      const input = {
        connection: 'demo',
        planId: at.planId,
        edits: { methods: { [`${at.address.apiId}:live`]: methods } },
      }
      const dry = await mara.plans.save({ ...input, dryRun: true })
      await mara.plans.save({ ...input, dryRun: false, seen: dry.plan.seen })
    }
    const log = `arn:aws:logs:${region}:${demoAccount}:log-group:replayed`
    const patchOperations = [
      { op: 'replace' as const, path: '/accessLogSettings/destinationArn', value: log },
      { op: 'replace' as const, path: '/accessLogSettings/format', value: format },
    ]
    await app.aws.send(new UpdateStageCommand({ restApiId: at.address.apiId, stageName: 'live', patchOperations }))
    const startMs = app.app.services.clocks.worldMs()
    const answers: Verdict[] = []
    for (const { afterMs, key } of calls) {
      if (afterMs > 0) await app.director('clock', { advanceSeconds: afterMs / 1_000 })
      const { status, message } = await at.call('/pets', values[key])
      answers.push(status === 200 ? 'passes' : message === 'Limit Exceeded' ? 'quota' : 'throttled')
    }
    const credentials = { accessKeyId: demoAccount, secretAccessKey: 'x' }
    const client = new CloudWatchLogsClient({ endpoint: app.emulator.url, region, credentials })
    const lines: { atMs: number; text: string }[] = []
    for await (const { events = [] } of paginateFilterLogEvents(
      { client },
      { logGroupName: 'replayed', startTime: startMs },
    ))
      lines.push(...events.map(({ timestamp = 0, message = '' }) => ({ atMs: timestamp, text: message })))
    return { answers, lines, keyIds }
  } finally {
    await app.close()
  }
}

describe('what if', () => {
  test.each<[string, ProposedLimits]>([
    ['a rate and a burst', { throttle: { rateLimit: 2, burstLimit: 3 }, quota: null, methods: {} }],
    ['a rate with a fraction', { throttle: { rateLimit: 1.3, burstLimit: 3 }, quota: null, methods: {} }],
    ['a quota by day', { throttle: null, quota: { limit: 25, period: 'DAY', offset: 0 }, methods: {} }],
    [
      'all of them, and a method by itself',
      {
        throttle: { rateLimit: 1, burstLimit: 1 },
        quota: { limit: 40, period: 'DAY', offset: 0 },
        methods: { '/pets/GET': { rateLimit: 7, burstLimit: 9 } },
      },
    ],
  ])('%s: every call is judged as the gateway then answers it', async (_name, limits) => {
    const logged = await send({}, traffic)
    const read = callReader(format)!
    const calls = logged.lines.map((line) => read(line)!)
    expect(calls.map(({ keyId }) => logged.keyIds.indexOf(keyId))).toEqual(traffic.map(({ key }) => key))

    const judged = replay(calls, limits)
    const { answers } = await send(
      { ...(limits.throttle && { throttle: limits.throttle }), ...(limits.quota && { quota: limits.quota }) },
      traffic,
      Object.keys(limits.methods).length > 0 ? limits.methods : undefined,
    )

    expect(judged).toEqual(answers)
    expect(new Set(judged).size).toBeGreaterThan(1)
  })

  test('what was used before counts in the first period only', () => {
    const day = 86_400_000
    const calls = [0, 1, day, day + 1].map((atMs) => ({ atMs, keyId: 'k', method: '/a/GET' }))
    const quota = { limit: 2, period: 'DAY' as const, offset: 0 }
    expect(replay(calls, { throttle: null, quota, methods: {} }, new Map([['k', 1]]))).toEqual([
      'passes',
      'quota',
      'passes',
      'passes',
    ])
  })

  test('a format without the key’s id can’t be replayed, and lines of calls without a key are none', () => {
    expect(callReader('$context.requestId $context.httpMethod $context.resourcePath')).toBeNull()
    const read = callReader('$context.identity.apiKeyId $context.httpMethod $context.resourcePath')!
    expect(read({ atMs: 1, text: '- GET /pets' })).toBeNull()
    expect(read({ atMs: 1, text: 'k1 GET /' })).toEqual({ atMs: 1, keyId: 'k1', method: '//GET' })
  })
})
