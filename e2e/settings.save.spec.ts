import { expect, test } from './lib/story.ts'

test('throttling of one method and a tag are set by keyboard, kept over another tab, reviewed, and undone', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const before = await emulator.stage('checkout', 'qa')
  const console = await as('mara')
  await console.openStage('checkout', 'qa')
  await console.tab('Settings').click()
  const row = page.getByRole('table', { name: 'Settings by method' }).getByRole('row', { name: /POST \/payments / })

  await test.step('edits wait, also over another tab', async () => {
    await row.getByRole('textbox', { name: /Calls a second/ }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('25')
    await page.keyboard.press('Tab')
    await page.getByLabel('Name of a new tag').fill('ticket')
    await page.keyboard.press('Enter')
    await page.getByLabel('Value of the tag ticket').fill('OPS-7')
    await console.tab('Deployments').click()
    await console.tab('Settings').click()
    await expect(page.getByText('2 edits, not sent yet')).toBeVisible()
    await expect(row.getByRole('textbox', { name: /Calls a second/ })).toHaveValue('25')
  })

  await test.step('ticked methods are edited together', async () => {
    for (const method of ['POST /carts', 'GET /health']) {
      await page.getByRole('checkbox', { name: `Tick ${method}`, exact: true }).focus()
      await page.keyboard.press('Space')
    }
    const bulk = page.getByRole('group', { name: 'Edit 2 ticked methods together' })
    await bulk.getByRole('textbox', { name: 'Burst' }).fill('9')
    await bulk.getByRole('button', { name: 'Set for 2 methods' }).click()
    await expect(bulk).toBeHidden()
    await expect(page.getByText('4 edits, not sent yet')).toBeVisible()
  })

  await test.step('the review names the method and the tag, and does both', async () => {
    await page.getByRole('button', { name: 'Review…' }).click()
    const { review } = console
    await expect(review.getByRole('row', { name: /POST \/payments · calls a second/ })).toContainText('25')
    await expect(review.getByRole('row', { name: /Tag ticket/ })).toContainText('OPS-7')
    await review.getByRole('button', { name: 'Save for qa' }).click()
    await expect(review).toBeHidden()
    await expect(page.getByText('not sent yet')).toBeHidden()
    const after = await emulator.stage('checkout', 'qa')
    expect(after.methodSettings?.['~1payments/POST']).toMatchObject({ throttlingRateLimit: 25 })
    for (const key of ['~1carts/POST', '~1health/GET'])
      expect(after.methodSettings?.[key]).toMatchObject({ throttlingBurstLimit: 9 })
    expect(after.tags).toMatchObject({ ticket: 'OPS-7' })
  })

  await test.step('its undo leaves nothing of it', async () => {
    await console.toast.getByRole('button', { name: 'Undo', exact: true }).click()
    await console.review.getByRole('button', { name: /^Undo/ }).click()
    await expect(console.toast.filter({ hasText: 'Undo: Change settings' })).toBeVisible()
    const { methodSettings, tags } = await emulator.stage('checkout', 'qa')
    expect({ methodSettings, tags }).toEqual({ methodSettings: before.methodSettings, tags: before.tags })
  })
})
