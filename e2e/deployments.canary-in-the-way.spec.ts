import { expect, test } from './lib/story.ts'

test('with a canary in the way, removing it is offered first and keeping it warns', async ({ callboard, as, page }) => {
  const console = await as('sofia')
  await console.openStage('catalog', 'prod')
  await console.tab('Deployments').click()
  await page.getByRole('button', { name: 'Roll back to catalog 5.7' }).click()
  const { review } = console
  const options = review.getByRole('radio')

  await test.step('removing it is chosen already, and part of what changes', async () => {
    await expect(options.first()).toBeChecked()
    await expect(options.first()).toHaveAccessibleName(/Remove/)
    await expect(review.getByRole('row', { name: /Canary/ }).first()).toBeVisible()
  })

  await test.step('keeping it is planned anew, with what it means', async () => {
    await options.nth(1).check()
    await expect(options.nth(1)).toBeChecked()
    await expect(review.getByRole('row', { name: /^Canary/ })).toHaveCount(0)
    await expect(review.getByText(/canary/i).first()).toBeVisible()
  })

  await test.step('removing it after all is what AWS then shows', async () => {
    await options.first().check()
    await expect(review.getByRole('row', { name: /Canary/ }).first()).toBeVisible()
    await review.getByLabel('to confirm').fill('prod')
    await review.getByRole('button', { name: 'Roll back prod' }).click()
    await expect(console.toast).toContainText('Roll back prod')
    expect((await callboard.emulator.stage('catalog', 'prod')).canarySettings).toBeUndefined()
  })
})
