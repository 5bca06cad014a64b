import type { Emulator } from './lib/emulator.ts'
import { expect, test } from './lib/story.ts'

/** What a caller gets, and whether it's told that its wish for a fresh answer was ignored. */
async function ask(emulator: Emulator, headers: Record<string, string> = {}) {
  const { text, headers: got } = await emulator.call('stamp', 'lab', '/', headers)
  return { text, warned: got.get('warning')?.includes('ignored') ?? false }
}

/** How many of so many calls reach the backend: each that does answers with an id of its own. */
async function reaching(emulator: Emulator, calls: number): Promise<number> {
  const answers = await emulator.callMany('stamp', 'lab', calls)
  return answers.size
}

const fresh = { 'cache-control': 'max-age=0' }

test('a cache is turned on, hits, is refreshed by those who may, and is flushed', async ({ callboard, as, page }) => {
  const { emulator } = callboard
  await page.clock.install()
  await emulator.createApi('stamp', 'lab', '$context.requestId')
  const console = await as('mara')
  const { review } = console
  await expect(console.stageRow('stamp', 'lab')).toBeVisible()
  await console.openStage('stamp', 'lab')
  await console.tab('Cache').click()
  const row = page.getByRole('table', { name: 'Caching by method' }).getByRole('row', { name: /GET \// })
  const cluster = page.getByRole('region', { name: 'Cache cluster' })

  await test.step('without a cache every call reaches the backend, and the missing lights are named', async () => {
    expect(await reaching(emulator, 20)).toBe(20)
    await expect(row).toContainText('No: the cluster is off and caching is off')
    await expect(page.getByText('has no effect until it’s on')).toBeVisible()
  })

  await test.step('out of range is said, and nothing can be reviewed', async () => {
    const ttl = page.getByLabel('Time to live, in seconds')
    await ttl.fill('3601')
    await ttl.press('Tab')
    await expect(page.getByRole('alert').filter({ hasText: '0 to 3,600' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Review…' })).toBeDisabled()
    await ttl.fill('600')
    await ttl.press('Tab')
  })

  await test.step('it is turned on, with its price and what undo won’t bring back', async () => {
    await page.getByRole('switch', { name: 'Cluster', exact: true }).click()
    await page.getByRole('switch', { name: 'Caching', exact: true }).click()
    await expect(cluster.getByText('US$ 0.02', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Review…' }).click()
    await expect(review.getByRole('row', { name: /List price an hour/ })).toContainText('US$ 0.02')
    await expect(review.getByText(/Undo: compensating; not restored/)).toBeVisible()
    await review.getByRole('button', { name: 'Turn the cache on' }).click()
    await expect(console.toast).toContainText('Turn the cache of lab on, 0.5 GB')
    await expect(cluster.getByText('Being made')).toBeVisible()
    await expect(page.getByRole('switch', { name: 'Cluster', exact: true })).toHaveAccessibleDescription(/is changing/)
  })

  await test.step('once it is there calls hit it, and no longer reach the backend', async () => {
    await callboard.pass(15, page)
    await expect(cluster.getByText('Available', { exact: true })).toBeVisible()
    await expect(row).toContainText('Yes')
    expect(await reaching(emulator, 50)).toBe(1)
    await callboard.pass(120, page)
    const hits = page.getByRole('region', { name: 'Hit ratio' })
    await expect(hits).toContainText('49 hits and 1 miss.')
    await expect(hits).toContainText('98')
  })

  await test.step('without permission max-age=0 is ignored and told; where it isn’t needed it refreshes', async () => {
    const cached = await ask(emulator)
    expect(await ask(emulator, fresh)).toEqual({ text: cached.text, warned: true })
    const refresh = page.getByRole('combobox', { name: 'Who may ask for a fresh answer' })
    await refresh.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(refresh).toContainText('Anyone')
    await page.getByRole('button', { name: 'Review…' }).press('Enter')
    await expect(review.getByText(/any caller may ask for a fresh answer/)).toBeVisible()
    await expect(review.getByText('Undo: exact')).toBeVisible()
    await review.getByRole('button', { name: 'Save for lab' }).press('Enter')
    await expect(review).toBeHidden()
    const refreshed = await ask(emulator, fresh)
    expect(refreshed).toMatchObject({ warned: false })
    expect(refreshed.text).not.toBe(cached.text)
    expect((await ask(emulator)).text).toBe(refreshed.text)
  })

  await test.step('flushing has no undo and wants the name of the stage; then the backend is asked again', async () => {
    const before = await ask(emulator)
    await emulator.stopClock()
    await page.getByRole('button', { name: 'Flush the cache…' }).press('Enter')
    await expect(review.getByText(/No undo: what the cache held is gone/)).toBeVisible()
    const act = review.getByRole('button', { name: 'Flush the cache of lab' })
    await expect(act).toBeDisabled()
    await review.getByLabel('to confirm').fill('lab')
    await act.press('Enter')
    await expect(review).toBeHidden()
    await expect(cluster.getByText('Being flushed')).toBeVisible()
    await emulator.advance(5)
    expect((await ask(emulator)).text).not.toBe(before.text)
  })

  const { cacheClusterEnabled, cacheClusterSize, methodSettings } = await emulator.stage('stamp', 'lab')
  expect({ cacheClusterEnabled, cacheClusterSize }).toEqual({ cacheClusterEnabled: true, cacheClusterSize: '0.5' })
  expect(methodSettings?.['*/*']).toMatchObject({
    cachingEnabled: true,
    cacheTtlInSeconds: 600,
    requireAuthorizationForCacheControl: false,
  })
})
