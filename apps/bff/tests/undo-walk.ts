import type { PatchOperation } from '@aws-sdk/client-api-gateway'
import { unauthorizedStrategies } from '@callboard/shared-types/cache/cache-rules'
import fc from 'fast-check'
import { configOf } from '../src/aws/stage-config.ts'
import { configFrom, leafChanges, leavesOf, type Leaf } from '../src/aws/stage-leaves.ts'
import { demoStage } from './demo-world.ts'
import { demoAccount, region, type Client, type TestApp } from './test-app.ts'

/** What a person does: a verb with its input. */
type Act = ((client: Client, write: Write) => Promise<Answer>) & {
  /** The moment that it restores, once it's planned. */
  restores?: { moment: string }
  /** It takes the stage away: nobody can edit it from outside then, and it's always undone. */
  deletes?: boolean
  /** AWS takes minutes for it, and no other change of the cache meanwhile. */
  slow?: boolean
}
type Write = { dryRun: boolean; seen?: never; confirm?: string; reason: string }
type Answer = Awaited<ReturnType<Client['canary']['abort']>>

interface Place {
  address: Awaited<ReturnType<typeof demoStage>>['address']
  deployments: string[]
  methods: string[]
}

const names = fc.constantFrom('lambdaAlias', 'tier', 'x_1')
const values = fc.constantFrom('one', 'two', 'three')
const someValues = fc.dictionary(names, values, { maxKeys: 2 })
const shares = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10)

/** One act of any verb: mostly of those whose undo is exact; of the others the declared part comes back. */
const acts = (place: Place): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 40, arbitrary: exactActs(place) },
    { weight: 4, arbitrary: clusterActs(place) },
    { weight: 1, arbitrary: fc.constant(deploying(place)) },
    { weight: 2, arbitrary: fc.constant(deleting(place)) },
  )

const clusterActs = ({ address }: Place): fc.Arbitrary<Act> =>
  fc
    .record({ enabled: fc.boolean(), size: fc.constantFrom('0.5' as const, '1.6' as const) })
    .map(({ enabled, size }) => {
      const edits = { enabled, ...(enabled && { size }), methods: {} }
      return Object.assign<Act, Partial<Act>>((client, write) => client.cache.save({ ...address, edits, ...write }), {
        slow: true,
      })
    })

const deploying =
  ({ address }: Place): Act =>
  (client, write) =>
    client.deployments.deployNow({ ...address, description: 'on the way', canary: 'remove', ...write })

const deleting = ({ address }: Place): Act =>
  Object.assign<Act, Partial<Act>>((client, write) => client.stages.delete({ ...address, ...write }), { deletes: true })

function exactActs({ address, deployments, methods }: Place): fc.Arbitrary<Act> {
  const deploymentId = fc.constantFrom(...deployments)
  const choice = fc.record(
    {
      metricsEnabled: fc.boolean(),
      loggingLevel: fc.constantFrom('OFF' as const, 'ERROR' as const, 'INFO' as const),
      throttlingRateLimit: fc.constantFrom(1, 20, 10_000),
      throttlingBurstLimit: fc.constantFrom(1, 40, 5_000),
    },
    { requiredKeys: [] },
  )
  const edits = fc.record({
    description: fc.constantFrom('one', 'two'),
    tracingEnabled: fc.boolean(),
    methods: fc.dictionary(fc.constantFrom('*/*', ...methods), choice, { maxKeys: 2 }),
    removeOverrides: fc.subarray(methods, { maxLength: 1 }),
  })
  const caching = fc.record(
    {
      cachingEnabled: fc.boolean(),
      cacheTtlInSeconds: fc.constantFrom(0, 60, 3_600),
      cacheDataEncrypted: fc.boolean(),
      requireAuthorizationForCacheControl: fc.boolean(),
      unauthorizedCacheControlHeaderStrategy: fc.constantFrom(...unauthorizedStrategies),
    },
    { requiredKeys: [] },
  )
  return fc.oneof(
    fc.dictionary(fc.constantFrom('*/*', ...methods), caching, { maxKeys: 2 }).map(
      (wanted): Act =>
        (client, write) =>
          client.cache.save({ ...address, edits: { methods: wanted }, ...write }),
    ),
    deploymentId.map(
      (id): Act =>
        (client, write) =>
          client.deployments.rollBack({ ...address, deploymentId: id, ...write }),
    ),
    fc.record({ set: someValues, remove: fc.subarray(['lambdaAlias', 'tier']) }).map(({ set, remove }): Act => {
      const kept = remove.filter((name) => !(name in set))
      return (client, write) => client.variables.save({ ...address, set, remove: kept, ...write })
    }),
    edits.map(
      (wanted): Act =>
        (client, write) =>
          client.settings.save({ ...address, edits: wanted, ...write }),
    ),
    fc.record({ id: deploymentId, percentTraffic: shares, overrides: someValues }).map(
      ({ id, ...canary }): Act =>
        (client, write) =>
          client.canary.start({ ...address, deploymentId: id, ...canary, ...write }),
    ),
    shares.map(
      (percentTraffic): Act =>
        (client, write) =>
          client.canary.setShare({ ...address, percentTraffic, ...write }),
    ),
    fc.record({ set: someValues, useStageCache: fc.boolean() }).map(
      (edit): Act =>
        (client, write) =>
          client.canary.configure({ ...address, ...edit, ...write }),
    ),
    fc.boolean().map(
      (remove): Act =>
        (client, write) =>
          client.canary.promote({ ...address, remove, ...write }),
    ),
    fc.constant<Act>((client, write) => client.canary.abort({ ...address, ...write })),
    fc.constant<Act>((client, write) => client.canary.remove({ ...address, ...write })),
    fc.nat(1_000).map((n) => restoring(address, n)),
  )
}

/** Restores one of the moments that the stage has by then. */
function restoring(address: Place['address'], n: number): Act {
  const restores = { moment: '' }
  const act: Act = async (client, write) => {
    if (write.dryRun) {
      const { items } = await client.history.list(address)
      restores.moment = items[n % items.length]!.id
    }
    return client.history.restore({ ...address, ...restores, ...write })
  }
  act.restores = restores
  return act
}

/** What somebody else does between an act and its undo. */
const outsideEdits: fc.Arbitrary<PatchOperation | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom('theirs', 'two').map((value) => ({ op: 'replace' as const, path: '/description', value })),
  fc
    .tuple(names, fc.constantFrom('theirs', 'two'))
    .map(([name, value]) => ({ op: 'replace' as const, path: `/variables/${name}`, value })),
  fc.constantFrom('7', '40').map((value) => ({ op: 'replace' as const, path: '/*/*/throttling/burstLimit', value })),
)

/** What became of a walk's acts: how many were undone, how many undos were refused as they should, and what broke the law. */
export interface Walk {
  undone: number
  restored: number
  /** Stages that were deleted and made again by the undo. */
  remade: number
  refused: number
  broken: string[]
}

/**
 * Random acts of every verb that can be undone, with edits from outside in between. After each: the undo puts back
 * exactly what the act changed of the stage and keeps the edit from outside, or is refused and names a field that it touched.
 * A stage that is restored equals the snapshot.
 */
export async function walkAndUndo(app: TestApp, histories: number, length: number, seed: number): Promise<Walk> {
  const mara = await app.as('mara')
  const stage = await demoStage(app, 'checkout', 'qa')
  const { methods } = await mara.settings.get(stage.address)
  const place: Place = {
    address: stage.address,
    deployments: stage.deployments.slice(0, 3).map(({ id }) => id!),
    methods: methods.slice(1, 4).map(({ key }) => key),
  }
  const step = fc.record({ act: acts(place), outside: outsideEdits, undo: fc.boolean() })
  const walk: Walk = { undone: 0, restored: 0, remade: 0, refused: 0, broken: [] }
  const read = async () => configOf(await stage.read())
  const steps = fc.sample(fc.array(step, { minLength: length, maxLength: length, size: 'max' }), {
    numRuns: histories,
    seed,
  })
  for (const [n, { act, outside, undo }] of steps.flat().entries()) {
    // AWS dates to the second: what is done in another is surely newer.
    await app.director('clock', { advanceSeconds: 1 })
    const before = await read()
    const change = await done(mara, act)
    if (!change) continue
    if (act.restores) {
      const differs = await differsFrom(app, stage, act.restores.moment)
      walk.restored++
      if (differs.length > 0) walk.broken.push(`${n}: restored but for ${differs.map(({ field }) => field).join()}`)
    }
    if (act.slow) await app.director('clock', { advanceSeconds: 300 })
    if (act.deletes) {
      const { plan } = await mara.activity.undo({ changeId: change, dryRun: true })
      await mara.activity.undo({ changeId: change, dryRun: false, seen: plan.seen, reason: '' })
      walk.remade++
      const wrong = leafChanges(before, await read())
      if (wrong.length > 0) walk.broken.push(`${n}: made again but for ${wrong.map(({ field }) => field).join()}`)
      continue
    }
    if (!undo) continue
    const after = await read()
    const touched = leafChanges(before, after)
    if (outside) await stage.patch(outside)
    const theirs = leafChanges(after, await read())
    const { plan } = await mara.activity.undo({ changeId: change, dryRun: true })
    const meets = plan.blocked?.fields ?? []
    if (plan.blocked) {
      walk.refused++
      const named = meets.length > 0 && meets.every((field) => theirs.some((edit) => edit.field === field))
      if (!named)
        walk.broken.push(`${n}: refused for ${meets.join()} where ${theirs.map(({ field }) => field).join()} moved`)
      continue
    }
    await mara.activity.undo({ changeId: change, dryRun: false, seen: plan.seen, reason: '' })
    walk.undone++
    if (act.slow) await app.director('clock', { advanceSeconds: 300 })
    const wanted = leavesOf(before)
    for (const { field, path, after: value } of theirs) {
      if (touched.some((of) => of.field === field)) walk.broken.push(`${n}: ${field} met an edit and wasn't refused`)
      if (value === undefined) wanted.delete(field)
      else wanted.set(field, { path, value } satisfies Leaf)
    }
    const wrong = leafChanges(configFrom(wanted), await read())
    if (wrong.length > 0) walk.broken.push(`${n}: ${change} left ${wrong.map(({ field }) => field).join()}`)
  }
  return walk
}

/** In what the stage isn't as at a moment, tags included. */
async function differsFrom({ app }: TestApp, { address, read }: Awaited<ReturnType<typeof demoStage>>, moment: string) {
  const { kind, apiId, stage } = address
  const ref = { accountId: demoAccount, region, kind, apiId, stage }
  const then = (await app.services.outside.snapshots.get(ref, moment))!
  const now = await read()
  return leafChanges({ ...then.config, tags: then.tags }, { ...configOf(now), tags: now.tags })
}

/** The id of the change, or null where the act can't be done as the stage is. */
async function done(mara: Client, act: Act): Promise<string | null> {
  const { plan } = await act(mara, { dryRun: true, reason: '' })
  if (plan.blocked) return null
  const { change } = await act(mara, {
    dryRun: false,
    seen: plan.seen as never,
    reason: '',
    ...(plan.confirm !== null && { confirm: plan.confirm }),
  })
  return change!.id
}
