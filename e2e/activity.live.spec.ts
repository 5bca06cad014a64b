import { expect, newTab, test } from './lib/story.ts'

test('ten tabs of one browser all stay live', async ({ callboard, as, context, page }) => {
  const console = await as('mara')
  const apiId = await callboard.emulator.apiId('orders')
  const tabs = await Promise.all(Array.from({ length: 9 }, () => newTab(context, '/activity')))
  for (const tab of tabs) await expect(tab.getByText('Nothing has happened here yet')).toBeVisible()

  await test.step('what one does shows in all, without a reload', async () => {
    await page.goto(`/c/demo/rest/${apiId}/stages/qa/deployments`)
    await page
      .getByRole('button', { name: /^Roll back to/ })
      .first()
      .click()
    await console.review.getByRole('button', { name: 'Roll back qa' }).click()
    await expect(console.toast).toBeVisible()
    for (const tab of tabs) await expect(tab.getByRole('table').getByText(/Roll back qa to/)).toBeVisible()
  })

  await test.step('also when the tab that read the stream for the others is gone', async () => {
    await page.close()
    const [next, ...rest] = tabs
    await next!.getByRole('button', { name: /^Undo: Roll back qa/ }).click()
    const review = next!.getByRole('dialog').filter({ has: next!.getByRole('button', { name: 'Cancel' }) })
    await review.getByRole('button', { name: /^Undo/ }).click()
    for (const tab of rest) await expect(tab.getByRole('table').getByText(/Undo: Roll back qa to/)).toBeVisible()
  })
})

test('while the server is away pages keep what they had, and go on by themselves when it is back', async ({
  callboard,
  as,
  page,
}) => {
  const console = await as('mara')
  const away = page.getByText('Reconnecting to Callboard')
  await expect(console.stageRow('checkout', 'prod').getByText(/Degraded/)).toBeVisible()

  await callboard.down()
  await expect(away).toBeVisible()
  await expect(console.stageRow('checkout', 'prod')).toBeVisible()

  await callboard.up()
  await expect(away).toBeHidden()
  await console.openStage('checkout', 'prod')
  await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible()
})
