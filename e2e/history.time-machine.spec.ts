import type { Page } from '@playwright/test'
import type { Stage } from '@aws-sdk/client-api-gateway'
import { expect, test } from './lib/story.ts'

/** What a person can set of a stage: all but its dates. */
const settings = ({ createdDate: _, lastUpdatedDate: __, $metadata: ___, ...stage }: Stage & { $metadata?: unknown }) =>
  stage

const machine = (page: Page) => page.getByRole('region', { name: 'Time machine' })
const moments = (page: Page) => page.getByRole('slider', { name: 'Moments of this stage' })

test('what somebody else changed appears by itself with the name, and the stage is restored to before it', async ({
  callboard,
  as,
  page,
}) => {
  const { emulator } = callboard
  await page.clock.install()
  const before = await emulator.stage('orders', 'qa')
  const console = await as('mara')
  await console.openStage('orders', 'qa')
  await console.tab('Activity').click()
  await expect(machine(page).getByText('when Callboard first saw this stage')).toBeVisible()
  await expect(machine(page).getByRole('heading', { name: 'First seen by Callboard' })).toBeVisible()

  await test.step('a change from outside becomes a moment and an entry, without a reload', async () => {
    const pipeline = await emulator.actAs('terraform', 'ci-42')
    await pipeline.updateStage('orders', 'qa', [
      { op: 'replace', path: '/variables/lambdaAlias', value: 'blue' },
      { op: 'replace', path: '/variables/queueName', value: 'orders-blue' },
      { op: 'replace', path: '/description', value: 'blue is on its way' },
      { op: 'replace', path: '/*/*/throttling/burstLimit', value: '77' },
    ])
    await callboard.pass(15, page)
    const entry = console.activity.filter({ hasText: 'Variable lambdaAlias and 3 more changed outside Callboard' })
    await expect(entry).toContainText('next → blue')
    await expect(entry).toContainText('someone outside Callboard')
    await callboard.pass(6 * 60, page)
    await expect(entry).toContainText('ci-42 (role terraform)')
  })

  await test.step('the scale leads to before it, where the stage is as it was', async () => {
    await machine(page).getByText('First seen by Callboard').waitFor({ state: 'hidden' })
    const scale = (await moments(page).boundingBox())!
    await moments(page).click({ position: { x: scale.width / 4, y: 20 } })
    await expect(page).toHaveURL(/at=/)
    const compared = page.getByRole('region', { name: 'Compared' })
    await expect(compared.getByRole('row', { name: /Variable lambdaAlias/ })).toContainText('blue')
    await expect(compared.getByRole('row')).toHaveCount(5)
    await page.getByText('The stage as it was').click()
    await expect(page.getByRole('region', { name: 'Variables' })).toContainText('next')
  })

  await test.step('a link to it shows the same', async () => {
    await page.reload()
    await expect(machine(page).getByRole('heading', { name: 'First seen by Callboard' })).toBeVisible()
  })

  await test.step('restoring is reviewed and done', async () => {
    await page.getByRole('button', { name: 'Restore this…' }).click()
    await expect(console.review.getByText('Undo: exact')).toBeVisible()
    await expect(console.review.getByRole('row', { name: /burst/ })).toContainText('77')
    await console.review.getByRole('button', { name: 'Restore qa' }).click()
    await expect(console.toast).toContainText('Restore qa as of')
  })

  expect(settings(await emulator.stage('orders', 'qa'))).toEqual(settings(before))
})

test('by keyboard: from moment to moment, two of them beside each other, another stage, and restored', async ({
  callboard,
  as,
  page,
}) => {
  const { emulator } = callboard
  await page.clock.install()
  const console = await as('mara')
  const apiId = await emulator.apiId('catalog')
  await page.goto(`/c/demo/rest/${apiId}/stages/dev/activity`)
  await expect(machine(page).getByText('when Callboard first saw this stage')).toBeVisible()
  await emulator.updateStage('catalog', 'dev', [{ op: 'replace', path: '/variables/searchIndex', value: 'one' }])
  await callboard.pass(15, page)
  await expect(console.activity.filter({ hasText: '→ one' })).toBeVisible()
  const then = await emulator.stage('catalog', 'dev')

  await emulator.updateStage('catalog', 'dev', [{ op: 'remove', path: '/variables/searchIndex' }])
  await callboard.pass(15, page)
  await expect(console.activity.filter({ hasText: 'one → none' })).toBeVisible()
  await expect(moments(page)).toHaveAttribute('aria-valuenow', '3')

  await test.step('the arrows go along the moments, and say each', async () => {
    await moments(page).focus()
    await page.keyboard.press('Home')
    await expect(moments(page)).toHaveAttribute('aria-valuetext', /first seen, 1 of 3/)
    await page.keyboard.press('ArrowRight')
    await expect(moments(page)).toHaveAttribute('aria-valuetext', /searchIndex changed outside Callboard, 2 of 3/)
  })

  await test.step('beside another moment, and beside another stage, by keys that come before the page draws again', async () => {
    const choice = page.getByRole('combobox', { name: 'Compared with' })
    const compared = page.getByRole('region', { name: 'Compared' })
    const choose = async (press: () => Promise<void>) => {
      await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000)
      await choice.press('Enter')
      await press()
      await page.keyboard.press('Enter')
      await page.clock.resume()
    }
    await choose(() => page.keyboard.type('qa'))
    await expect(compared.getByRole('columnheader', { name: 'qa' })).toBeVisible()
    await expect(compared.getByRole('row', { name: /searchIndex/ })).toContainText('products-qa')
    await choose(() => page.keyboard.press('End'))
    await expect(compared.getByRole('row', { name: /searchIndex/ })).toContainText('products-dev')
    await choose(() => page.keyboard.press('Home'))
    await expect(compared.getByRole('row', { name: /searchIndex/ })).toContainText('none')
  })

  await test.step('restored', async () => {
    await page.getByRole('button', { name: 'Restore this…' }).press('Enter')
    await console.review.getByRole('button', { name: 'Restore dev' }).press('Enter')
    await expect(console.toast).toBeVisible()
  })

  expect(settings(await emulator.stage('catalog', 'dev'))).toEqual(settings(then))
})
