import { expect, test } from './lib/story.ts'

test('a bad deployment is seen, compared, rolled back and undone', async ({ callboard: { emulator }, as, page }) => {
  const before = await emulator.stage('checkout', 'prod')
  const console = await as('mara')

  await test.step('the fleet shows the bad stage by its 5XX', async () => {
    const row = console.stageRow('checkout', 'prod')
    await expect(row.getByText(/Degraded 5XX \d/)).toBeVisible()
    await expect(row.getByRole('img', { name: /5XX, .*at most \d/ })).toBeVisible()
    await page.getByRole('button', { name: /Degraded 1/ }).click()
    await expect(page.getByRole('table', { name: 'Stages' }).getByRole('row')).toHaveCount(2)
    await console.openStage('checkout', 'prod')
  })

  await test.step('live is compared with the one before', async () => {
    await console.tab('Deployments').click()
    await expect(console.deploymentRow('checkout 2.14').getByText('live on prod')).toBeVisible()
    await page.getByRole('button', { name: 'Compare checkout 2.13 with live' }).click()
    const comparison = page.getByRole('region', { name: /Compare checkout 2.13 → checkout 2.14/ })
    await expect(comparison.getByText('1 route added in checkout 2.14')).toBeVisible()
    await expect(comparison.getByText('that is all AWS keeps of a deployment')).toBeVisible()
  })

  await test.step('the rollback is reviewed, with a reason and a typed confirmation', async () => {
    await page.getByRole('button', { name: 'Roll back to checkout 2.13', exact: true }).click()
    const { review } = console
    await expect(review.getByRole('heading', { name: 'Roll back prod to checkout 2.13' })).toBeVisible()
    const change = review.getByRole('row', { name: /Deployment/ })
    await expect(change).toContainText('checkout 2.14')
    await expect(change).toContainText('checkout 2.13')
    await expect(review.getByText('Undo: exact')).toBeVisible()
    await review.getByLabel('Reason').fill('5XX since 2.14')
    const act = review.getByRole('button', { name: 'Roll back prod' })
    await expect(act).toBeDisabled()
    await expect(act).toHaveAccessibleDescription('Type prod to confirm.')
    await review.getByLabel('to confirm').fill('prod')
    await act.click()
    await expect(review).toBeHidden()
    await expect(console.toast).toContainText('Roll back prod to checkout 2.13')
  })

  await test.step('5XX falls as traffic goes on', async () => {
    await expect(console.deploymentRow('checkout 2.13').getByText('live on prod')).toBeVisible()
    await emulator.advance(10)
    await expect(page.getByText('Degraded', { exact: false })).toBeHidden()
    await expect(page.getByText('Healthy')).toBeVisible()
  })

  await test.step('the activity tells it, before and after', async () => {
    await console.go('Activity')
    const entry = console.activity.filter({ hasText: 'Roll back prod to checkout 2.13' })
    await expect(entry).toContainText('Done')
    await expect(entry).toContainText('mara')
    await expect(entry).toContainText('“5XX since 2.14”')
    await expect(entry).toContainText('checkout 2.14, by mara → checkout 2.13, by jonas')
    await entry.getByRole('link', { name: 'Roll back prod to checkout 2.13' }).click()
    await expect(
      page
        .getByRole('region', { name: 'How it went' })
        .getByText(/^request/)
        .first(),
    ).toBeVisible()
  })

  const rolledBack = await emulator.stage('checkout', 'prod')
  expect(rolledBack.deploymentId).not.toBe(before.deploymentId)

  await test.step('it is undone by a review of its own, and the fault comes back', async () => {
    await page.getByRole('button', { name: 'Undo: Roll back prod to checkout 2.13' }).click()
    await console.review.getByLabel('to confirm').fill('prod')
    await console.review.getByRole('button', { name: /^Undo/ }).click()
    await expect(console.toast.filter({ hasText: 'Undo: Roll back prod' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'The change that undid this' })).toBeVisible()
    await emulator.advance(10)
    await console.go('Fleet')
    await expect(console.stageRow('checkout', 'prod').getByText(/Degraded 5XX \d/)).toBeVisible()
  })

  await test.step('AWS itself says the same', async () => {
    expect((await emulator.stage('checkout', 'prod')).deploymentId).toBe(before.deploymentId)
  })
})
