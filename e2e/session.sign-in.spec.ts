import { expect, test } from './lib/story.ts'

test('a viewer sees everything and is told before the click why nothing can be changed', async ({ as, page }) => {
  const console = await as('li')
  await console.openStage('checkout', 'prod')
  await console.tab('Deployments').click()
  const roll = page.getByRole('button', { name: 'Roll back to checkout 2.13' })
  const why = 'Rolling back needs the role operator; you are viewer.'
  await expect(page.getByText(why).first()).toBeVisible()
  await expect(roll).toBeDisabled()
  await expect(roll).toHaveAccessibleDescription(why)

  const shown = page.getByText(why).filter({ visible: true })
  await expect(shown).toHaveCount(1)
  await roll.click({ force: true })
  await expect(shown, 'and beside the button').toHaveCount(2)
  await expect(console.review).toBeHidden()
})

test('an address leads through the sign-in to where it points', async ({ callboard, page }) => {
  const apiId = await callboard.emulator.apiId('orders')
  await page.goto(`/c/demo/rest/${apiId}/stages/qa/deployments?range=1h`)
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()

  await page.getByRole('button', { name: /jonas/ }).click()

  await expect(page.getByRole('table', { name: 'Deployments' })).toBeVisible()
  await expect(page).toHaveURL(/\/stages\/qa\/deployments\?range=1h$/)
})

test('theme and times are chosen in the person menu and kept', async ({ as, page }) => {
  await as('mara')
  const menu = page.getByRole('button', { name: 'mara, operator: menu' })
  await menu.click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.reload()
  await menu.click()
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked()

  await page.getByRole('menuitemradio', { name: /li · viewer/ }).click()

  await expect(page.getByRole('button', { name: 'li, viewer: menu' })).toBeVisible()
})

test('whose session ends is led to the sign-in and back to where they were', async ({ as, page, context }) => {
  const console = await as('mara')
  await console.openStage('orders', 'qa')
  await expect(page.getByRole('heading', { name: 'orders' })).toBeVisible()
  // The page asks by itself now and then, so it may have left before this does.
  await context.clearCookies()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()

  await page.getByRole('button', { name: /mara/ }).click()

  await expect(page.getByRole('heading', { name: 'orders' })).toBeVisible()
  await expect(page).toHaveURL(/\/stages\/qa\/overview/)
})

test('who leaves is gone', async ({ as, page }) => {
  await as('mara')
  await page.getByRole('button', { name: 'mara, operator: menu' }).click()
  await page.getByRole('menuitem', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()

  await page.goto('/activity')

  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
})
