import { expect, test } from './lib/story.ts'

test('an old deployment that nothing uses is deleted for good, after being told so', async ({
  callboard: { emulator },
  as,
}) => {
  const before = await emulator.stage('checkout', 'prod')
  const console = await as('mara')
  await console.stageRow('checkout', 'prod').getByRole('link', { name: 'checkout prod' }).click()
  await console.tab('Deployments').click()
  const { review } = console
  const old = console.deploymentRow('checkout 2.11')

  await test.step('what is live has no such button', async () => {
    await expect(console.deploymentRow('checkout 2.14').getByRole('button', { name: /^Delete/ })).toHaveCount(0)
    await expect(old.getByRole('button', { name: 'Delete checkout 2.11' })).toBeEnabled()
  })

  await test.step('the review says that there is no way back, and wants the id typed', async () => {
    await old.getByRole('button', { name: 'Delete checkout 2.11' }).click()
    await expect(review.getByText(/^No undo: AWS keeps nothing/)).toBeVisible()
    await expect(review.getByRole('button', { name: 'Delete checkout 2.11' })).toBeDisabled()
    const id = await review
      .getByText(/to\s+confirm/)
      .locator('b')
      .textContent()
    await review.getByRole('textbox', { name: /to\s+confirm/ }).fill(id!)
    await review.getByRole('button', { name: 'Delete checkout 2.11' }).click()
  })

  await test.step('it is gone from AWS and stays listed as gone, and the stage is as it was', async () => {
    await expect(old).toContainText('Gone from AWS')
    await expect(old.getByRole('button', { name: /Roll back|Delete/ })).toHaveCount(0)
    expect(await emulator.stage('checkout', 'prod')).toMatchObject({ deploymentId: before.deploymentId })
    await console.go('Activity')
    await expect(console.activity.filter({ hasText: 'Delete deployment checkout 2.11' })).toBeVisible()
  })
})
