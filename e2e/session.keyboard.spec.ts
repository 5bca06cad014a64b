import type { Locator, Page } from '@playwright/test'
import { Console } from './lib/console.ts'
import { expect, test } from './lib/story.ts'

/** Goes on with Tab until the focus is there, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator, atMost = 200) {
  for (let step = 0; step < atMost; step++) {
    await page.keyboard.press('Tab')
    if ((await target.and(page.locator(':focus')).count()) > 0) return
  }
  throw new Error(`Tab never came to ${target.toString()}`)
}

test('a bad deployment is found, compared, rolled back and undone by keyboard alone', async ({
  callboard: { emulator },
  page,
}) => {
  const before = await emulator.stage('checkout', 'prod')
  const console = new Console(page)
  await page.goto('/')
  await expect(page.getByRole('button', { name: /mara/ })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: /mara/ }))
  await page.keyboard.press('Enter')

  await test.step('the fleet, filtered to what is degraded', async () => {
    await expect(console.stageRow('checkout', 'prod').getByText(/Degraded/)).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('status:degraded')
    await expect(console.stageRow('checkout', 'dev')).toHaveCount(0)
    await tabTo(page, page.getByRole('link', { name: 'checkout prod' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'checkout' })).toBeVisible()
  })

  await test.step('live is compared with the one before', async () => {
    await tabTo(page, console.tab('Deployments'))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Compare checkout 2.13 with live' })).toBeVisible()
    await tabTo(page, page.getByRole('button', { name: 'Compare checkout 2.13 with live' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText('1 route added in checkout 2.14')).toBeVisible()
  })

  await test.step('it is rolled back', async () => {
    await tabTo(page, page.getByRole('button', { name: /^Roll back to checkout 2.13/ }))
    await page.keyboard.press('Enter')
    await expect(console.review.getByLabel('Reason')).toBeVisible()
    await tabTo(page, console.review.getByLabel('Reason'))
    await page.keyboard.type('5XX since 2.14')
    await tabTo(page, console.review.getByLabel('to confirm'))
    await page.keyboard.type('prod')
    await tabTo(page, console.review.getByRole('button', { name: 'Roll back prod' }))
    await page.keyboard.press('Enter')
    await expect(console.toast).toContainText('Roll back prod to checkout 2.13')
    await expect.poll(async () => (await emulator.stage('checkout', 'prod')).deploymentId).not.toBe(before.deploymentId)
  })

  await test.step('and undone', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
    await tabTo(page, page.getByRole('button', { name: /^Undo: Roll back prod/ }))
    await page.keyboard.press('Enter')
    await expect(console.review.getByLabel('to confirm')).toBeVisible()
    await tabTo(page, console.review.getByLabel('to confirm'))
    await page.keyboard.type('prod')
    await tabTo(page, console.review.getByRole('button', { name: /^Undo/ }))
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await emulator.stage('checkout', 'prod')).deploymentId).toBe(before.deploymentId)
  })
})

test('the palette goes anywhere and does what is at hand, and the shortcuts are listed', async ({
  callboard,
  as,
  page,
}) => {
  const console = await as('mara')
  await expect(console.stageRow('checkout', 'prod')).toBeVisible()
  const field = page.getByRole('combobox', { name: 'Go to or do' })

  await test.step('a stage is reached by a part of its name', async () => {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await page.keyboard.type('prod check')
    await expect(page.getByRole('option').first()).toContainText('checkout prod')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`${await callboard.emulator.apiId('checkout')}/stages/prod/overview`))
  })

  await test.step('rolling back the stage that is open comes first', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('roll back')
    await expect(page.getByRole('option').first()).toContainText('Roll back prod to checkout 2.13')
    await page.keyboard.press('Enter')
    await expect(console.review.getByRole('heading', { name: 'Roll back prod to checkout 2.13' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(console.review).toBeHidden()
  })

  await test.step('the theme is changed', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('dark')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  await test.step('a question mark lists the shortcuts, g and a letter goes places', async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden()
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    await expect(page.getByRole('heading', { name: 'Fleet' })).toBeVisible()
  })
})
