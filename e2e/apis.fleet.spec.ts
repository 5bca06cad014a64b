import { expect, test } from './lib/story.ts'

test('the fleet is filtered and sorted by hand and by link', async ({ as, page }) => {
  const console = await as('mara')
  const rows = page.getByRole('table', { name: 'Stages' }).getByRole('row')
  const filter = page.getByRole('searchbox', { name: 'Filter stages' })
  await expect(console.stageRow('checkout', 'prod').getByText(/Degraded/)).toBeVisible()

  const expectProductionWithoutCanary = async () => {
    await expect(page.getByRole('link', { name: 'catalog prod' })).toHaveCount(0)
    await expect(page.getByRole('link', { name: / (dev|qa)$/ })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'checkout prod' })).toBeVisible()
  }

  await test.step('a slash leads to the filter, and its grammar holds', async () => {
    await page.keyboard.press('/')
    await expect(filter).toBeFocused()
    await page.keyboard.type('stage:prod !canary')
    await expect(page.getByText(/^\d+ of \d+ stages/)).toBeVisible()
    await expectProductionWithoutCanary()
  })

  await test.step('the highest 5XX comes first', async () => {
    await page.getByRole('button', { name: '5XX', exact: true }).click()
    await expect(page.getByRole('columnheader', { name: '5XX' })).toHaveAttribute('aria-sort', 'descending')
    await expect(rows.nth(1)).toContainText('checkout')
  })

  await test.step('the same link shows the same', async () => {
    await page.goto(page.url())
    await expect(filter).toHaveValue('stage:prod !canary')
    await expectProductionWithoutCanary()
    await expect(rows.nth(1)).toContainText('checkout')
  })

  await test.step('a filter that nothing fits says so and can be cleared', async () => {
    await filter.fill('nothing like it')
    await expect(page.getByText('No stage matches the filter')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await expect(page.getByRole('link', { name: 'catalog qa' })).toBeVisible()
  })

  await test.step('who opens a stage right after typing stays there, and finds the filter when back', async () => {
    await filter.fill('catalog qa')
    await page.getByRole('link', { name: 'catalog qa' }).click()
    await expect(page.getByRole('heading', { name: 'catalog' })).toBeVisible()
    await page.goBack()
    await expect(filter).toHaveValue('catalog qa')
    await filter.fill('')
  })

  await test.step('a stage is reached by the keyboard alone', async () => {
    await page.getByRole('link', { name: 'orders qa' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'orders' })).toBeVisible()
  })
})

test('favourites and what needs attention are a click away, and a link of their own', async ({ as, page }) => {
  const console = await as('mara')
  await expect(console.stageRow('checkout', 'prod').getByText(/Degraded/)).toBeVisible()
  const healthy = console.stageRow('checkout', 'dev')

  await test.step('what fails needs attention, what does well does not', async () => {
    await page.getByRole('button', { name: /^Needs attention \d/ }).click()
    await expect(page).toHaveURL(/q=is%3Aattention/)
    await expect(console.stageRow('checkout', 'prod')).toBeVisible()
    await expect(healthy).toHaveCount(0)
    await page.getByRole('button', { name: /^Needs attention/ }).click()
  })

  await test.step('a star makes a favourite, and is kept in this browser', async () => {
    await page.getByRole('button', { name: 'Favourite: checkout dev' }).click()
    await page.getByRole('button', { name: 'Favourites 1' }).click()
    await page.reload()
    await expect(healthy.getByRole('button', { name: 'Favourite: checkout dev' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await expect(console.stageRow('checkout', 'prod')).toHaveCount(0)
  })

  await test.step('tags are part of the grammar', async () => {
    await page.getByRole('searchbox', { name: 'Filter stages' }).fill('tag:team=payments stage:qa')
    await expect(console.stageRow('checkout', 'qa')).toBeVisible()
    await expect(console.stageRow('catalog', 'qa')).toHaveCount(0)
  })
})

test('when CloudWatch fails, the fleet shows its rows and says that health is unknown', async ({
  callboard,
  as,
  page,
}) => {
  await callboard.emulator.fault({ operation: 'GetMetricData', kind: 'error', times: 1000 })
  const console = await as('mara')

  await expect(console.stageRow('checkout', 'prod').getByText('Unknown', { exact: true })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByRole('alert')).toContainText('health is unknown')
})
