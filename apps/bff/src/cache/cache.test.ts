import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoStage } from '../../tests/demo-world.ts'
import { startTestApp, type Client, type TestApp } from '../../tests/test-app.ts'

let app: TestApp
let mara: Client
let qa: Stage
/** Its cache of 1.6 GB keeps the answers of one method for a minute, and a canary runs. */
let prod: Stage

type Stage = Awaited<ReturnType<typeof demoStage>>
type Edits = Parameters<Client['cache']['save']>[0]['edits']

beforeEach(async () => {
  app = await startTestApp()
  mara = await app.as('mara')
  qa = await demoStage(app, 'catalog', 'qa')
  prod = await demoStage(app, 'catalog', 'prod')
})
afterEach(() => app.close())

const product = '~1products~1{productId}/GET'

const look = async (stage: Stage, edits: Edits) =>
  (await mara.cache.save({ ...stage.address, edits, dryRun: true })).plan

async function save(stage: Stage, edits: Edits) {
  const { seen } = await look(stage, edits)
  const confirm = stage.address.stage
  return (await mara.cache.save({ ...stage.address, edits, dryRun: false, seen, confirm })).change!
}

async function undo(stage: Stage, changeId: string) {
  const { plan } = await mara.activity.undo({ changeId, dryRun: true })
  return mara.activity.undo({ changeId, dryRun: false, seen: plan.seen, confirm: stage.address.stage })
}

const pass = (seconds: number) => app.director('clock', { advanceSeconds: seconds })
const codes = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code)

describe('the cluster', () => {
  test('is turned on with the size that was chosen, and undo turns it off again', async () => {
    const plan = await look(qa, { enabled: true, size: '1.6', methods: { '*/*': { cachingEnabled: true } } })
    expect(plan).toMatchObject({ title: 'Turn the cache of qa on, 1.6 GB', blocked: null })
    expect(plan.undo).toMatchObject({ kind: 'compensating' })
    expect(plan.consequences).toContainEqual({
      label: 'List price an hour, US East',
      before: 'nothing',
      after: 'US$ 0.038 (to be checked)',
    })

    const change = await save(qa, { enabled: true, size: '1.6' })
    expect(await qa.read()).toMatchObject({ cacheClusterEnabled: true, cacheClusterSize: '1.6' })
    await pass(10)
    await undo(qa, change.id)

    expect((await qa.read()).cacheClusterEnabled).toBe(false)
  })

  test('that is resized or turned off throws away what it holds, said with what that means for the backend', async () => {
    for (const edits of [{ size: '6.1' as const }, { enabled: false }]) {
      const plan = await look(prod, edits)
      expect(plan.consequences).toContainEqual({
        label: 'Answers that it holds',
        before: 'served',
        after: 'thrown away',
      })
      expect(plan.undo).toMatchObject({
        kind: 'compensating',
        notRestored: ['what the cache of 1.6 GB held', expect.stringContaining('4 minutes')],
      })
      expect(plan.hits.join()).toMatch(/\d+ a minute, which the cache answers now/)
    }
  })

  test('that is in the middle of a change takes no other one, and the reason is said before sending', async () => {
    await prod.patch({ op: 'replace', path: '/cacheClusterSize', value: '6.1' })
    const { plan } = await mara.cache.save({ ...prod.address, edits: { size: '13.5' }, dryRun: true })
    expect(plan.blocked).toMatchObject({
      rule: 'cache_changing',
      reason: expect.stringContaining('CREATE_IN_PROGRESS'),
    })

    await expect(save(prod, { size: '13.5' })).rejects.toMatchObject({ code: 'guard_rail' })
    expect((await prod.read()).cacheClusterSize).toBe('6.1')
    expect((await look(prod, { methods: { '*/*': { cacheTtlInSeconds: 60 } } })).blocked).toBeNull()

    await pass(10)
    expect((await look(prod, { size: '13.5' })).blocked).toBeNull()
  })

  test('that would hold nothing is warned of', async () => {
    expect(codes(await look(qa, { enabled: true, size: '0.5' }))).toEqual(['holds_nothing'])
  })
})

describe('how methods are cached', () => {
  test('is set for all and for one, and undo is exact', async () => {
    const before = (await prod.read()).methodSettings
    const change = await save(prod, {
      methods: {
        '*/*': { cachingEnabled: true, cacheTtlInSeconds: 120 },
        '~1brands/GET': { cacheDataEncrypted: true, unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' },
      },
    })
    const after = (await prod.read()).methodSettings!
    expect(change.undo.kind).toEqual({ kind: 'exact' })
    expect(after['*/*']).toMatchObject({ cachingEnabled: true, cacheTtlInSeconds: 120 })
    expect(after['~1brands/GET']).toMatchObject({
      cachingEnabled: true,
      cacheTtlInSeconds: 120,
      cacheDataEncrypted: true,
      unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
    })
    expect(after[product]).toEqual(before![product])

    await undo(prod, change.id)

    expect((await prod.read()).methodSettings).toEqual(before)
  })

  test('of a stage without a cache is kept and said to have no effect', async () => {
    const plan = await look(qa, { methods: { '*/*': { cacheTtlInSeconds: 60 } } })

    expect(plan.warnings).toMatchObject([{ code: 'no_effect', text: expect.stringContaining('cluster is off') }])
    expect(plan.blocked).toBeNull()
  })

  test('is warned of where one answer would go to all, to the wrong caller, or in place of an act', async () => {
    const { warnings } = await look(prod, {
      methods: {
        '~1categories~1{categoryId}/GET': { cachingEnabled: true },
        '~1products/POST': { cachingEnabled: true },
      },
    })

    expect(warnings.map(({ code, text }) => [code, text.split(':')[0]])).toEqual([
      ['one_answer', 'GET /categories/{categoryId}'],
      ['personal', 'POST /products'],
      ['not_get', 'POST /products'],
    ])
  })

  test('is warned of where any caller may ask for a fresh answer', async () => {
    const { warnings } = await look(prod, { methods: { [product]: { requireAuthorizationForCacheControl: false } } })

    expect(warnings).toMatchObject([
      { code: 'open_refresh', text: expect.stringContaining('GET /products/{productId}') },
    ])
  })

  test('keeps what somebody else set meanwhile', async () => {
    const { seen } = await look(prod, { methods: { '*/*': { cacheTtlInSeconds: 60 } } })
    await prod.patch({ op: 'replace', path: '/*/*/throttling/rateLimit', value: '77' })

    const edits = { methods: { '*/*': { cacheTtlInSeconds: 60 } } }
    await mara.cache.save({ ...prod.address, edits, dryRun: false, seen, confirm: 'prod' })

    expect((await prod.read()).methodSettings!['*/*']).toMatchObject({ throttlingRateLimit: 77, cacheTtlInSeconds: 60 })
  })
})

describe('bad input', () => {
  test.each([
    [{ methods: { '*/*': { cacheTtlInSeconds: 3601 } } }, '3,600 seconds at most'],
    [{ methods: { '*/*': { cacheTtlInSeconds: -1 } } }, '0 seconds at least'],
    [{ methods: { '*/*': { cacheTtlInSeconds: 1.5 } } }, 'whole seconds'],
    [{ enabled: true, size: '2' }, 'AWS has the sizes 0.5'],
  ])('%j is refused before sending', async (edits, sentence) => {
    await expect(look(qa, edits as Edits)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(sentence),
    })
  })

  test('a viewer may look and not save', async () => {
    const li = await app.as('li')
    const saving = li.cache.save({ ...qa.address, edits: { enabled: true }, dryRun: false, seen: [] })
    await expect(saving).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('flushing', () => {
  async function flush(what: 'flush' | 'flushAuthorizers', stage: Stage, confirm = stage.address.stage) {
    const { plan } = await mara.cache[what]({ ...stage.address, dryRun: true })
    return mara.cache[what]({ ...stage.address, dryRun: false, seen: plan.seen, confirm })
  }

  test('has no undo, wants the name of the stage whatever the stage, and says what the backend gets', async () => {
    await qa.patch({ op: 'replace', path: '/cacheClusterEnabled', value: 'true' })
    await pass(10)
    const { plan } = await mara.cache.flush({ ...qa.address, dryRun: true })

    expect(plan).toMatchObject({ undo: { kind: 'none' }, confirm: 'qa', blocked: null })
    expect(plan.commands[0]).toContain('flush-stage-cache')
    expect(plan.unchanged.join()).not.toContain('not flushed')
    expect(plan.hits.join()).toMatch(/calls a minute/)
    await expect(flush('flush', qa, '')).rejects.toMatchObject({ code: 'guard_rail' })
    expect((await qa.read()).cacheClusterStatus).toBe('AVAILABLE')
  })

  test('throws away what the cache holds, shows for how long, and cannot be undone', async () => {
    const { change } = await flush('flush', prod)

    expect(change).toMatchObject({ status: 'done', undo: { available: false } })
    expect((await prod.read()).cacheClusterStatus).toBe('FLUSH_IN_PROGRESS')
    await expect(mara.cache.get(prod.address)).resolves.toMatchObject({ changingSince: change!.at })
  })

  test('is refused without a cache, while the cache changes, and where no authorizer keeps answers', async () => {
    await expect(flush('flush', qa)).rejects.toMatchObject({ data: { rule: 'cache_off' } })
    await flush('flush', prod)
    await expect(flush('flush', prod)).rejects.toMatchObject({ data: { rule: 'cache_changing' } })
    await expect(flush('flushAuthorizers', prod)).rejects.toMatchObject({ data: { rule: 'no_authorizer' } })
  })
})

describe('the cache of a stage', () => {
  test('says method by method what is really cached, and names the missing light', async () => {
    const view = await mara.cache.get(prod.address)
    const of = (name: string) => view.methods.find((method) => method.name === name)

    expect(view).toMatchObject({
      enabled: true,
      size: '1.6',
      status: 'AVAILABLE',
      changingSince: null,
      canaryShares: false,
    })
    expect(of('GET /products/{productId}')).toMatchObject({ own: true, missing: [], cacheTtlInSeconds: 60 })
    expect(of('GET /products/{productId}')!.keyLacks).toEqual(['productId'])
    expect(of('GET /brands')).toMatchObject({ own: false, missing: ['caching_off'] })
    await save(prod, { size: '0.5', methods: { '*/*': { cachingEnabled: true } } })
    const { methods } = await mara.cache.get(prod.address)
    expect(methods.find(({ name }) => name === 'POST /products')!.missing).toEqual(['cluster_changing', 'not_get'])
  })

  test('comes with the hit ratio of the last hour, of the calls that could have been hits', async () => {
    const { hits, misses, hitRatio, figuresUnknown } = await mara.cache.get(prod.address)

    expect(figuresUnknown).toBeNull()
    expect(hits! + misses!).toBeGreaterThan(0)
    expect(hitRatio.values).toHaveLength(60)
    for (const ratio of hitRatio.values.filter((value) => value !== null)) expect(ratio).toBeLessThanOrEqual(1)
  })

  test('has no figures where nothing is cached: no data is not zero', async () => {
    expect(await mara.cache.get(qa.address)).toMatchObject({ enabled: false, size: null, hits: null, misses: null })
  })

  test('is shown also where CloudWatch fails, and the reason said', async () => {
    await app.director('faults', { operation: 'GetMetricData', kind: 'error', times: 10 })

    expect(await mara.cache.get(prod.address)).toMatchObject({
      enabled: true,
      hits: null,
      figuresUnknown: expect.stringContaining('Internal failure'),
    })
  })

  test('that somebody else began to change says so, with the last it can have begun', async () => {
    await prod.patch({ op: 'replace', path: '/cacheClusterSize', value: '6.1' })
    const { lastUpdatedDate } = await prod.read()

    expect(await mara.cache.get(prod.address)).toMatchObject({
      status: 'CREATE_IN_PROGRESS',
      changingSince: lastUpdatedDate!.toISOString(),
    })
  })
})
