import { expect, test } from './lib/story.ts'

test('the fleet is filtered and sorted by hand and by link', async ({ as, page }) => {
  const console = await as('mara')
  const rows = page.getByRole('table', { name: 'Stages' }).getByRole('row')
  const filter = page.getByRole('searchbox', { name: 'Filter stages' })
  await expect(console.stageRow('checkout', 'prod').getByText(/Degraded/)).toBeVisible()

  await test.step('a slash leads to the filter, and its grammar holds', async () => {
    await page.keyboard.press('/')
    await expect(filter).toBeFocused()
    await page.keyboard.type('stage:prod !canary')
    await expect(rows).toHaveCount(3)
    await expect(page.getByText('2 of 9 stages')).toBeVisible()
  })

  await test.step('the highest 5XX comes first', async () => {
    await page.getByRole('button', { name: '5XX', exact: true }).click()
    await expect(page.getByRole('columnheader', { name: '5XX' })).toHaveAttribute('aria-sort', 'descending')
    await expect(rows.nth(1)).toContainText('checkout')
  })

  await test.step('the same link shows the same', async () => {
    await page.goto(page.url())
    await expect(filter).toHaveValue('stage:prod !canary')
    await expect(rows).toHaveCount(3)
    await expect(rows.nth(1)).toContainText('checkout')
  })

  await test.step('a filter that nothing fits says so and can be cleared', async () => {
    await filter.fill('nothing like it')
    await expect(page.getByText('No stage matches the filter')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await expect(rows).toHaveCount(10)
  })

  await test.step('a stage is reached by the keyboard alone', async () => {
    await page.getByRole('link', { name: 'orders qa' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'orders' })).toBeVisible()
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
