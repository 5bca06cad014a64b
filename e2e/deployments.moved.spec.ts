import { expect, test } from './lib/story.ts'

test('a stage that moved under an open review is reviewed again, and nothing is sent', async ({
  callboard,
  as,
  page,
}) => {
  const { emulator } = callboard
  const qa = await emulator.stage('catalog', 'qa')
  const prod = await emulator.stage('catalog', 'prod')
  const console = await as('mara')
  await console.openStage('catalog', 'qa')
  await console.tab('Deployments').click()
  await page.getByRole('button', { name: 'Roll back to catalog 5.7' }).click()
  const { review } = console
  await review.getByLabel('Reason').fill('Facets are broken')

  await emulator.updateStage('catalog', 'qa', [{ op: 'replace', path: '/deploymentId', value: prod.deploymentId }])
  const act = review.getByRole('button', { name: 'Roll back qa' })
  await act.click()

  await test.step('it says what moved, shows the present, and keeps what was typed', async () => {
    const note = review.getByRole('alert')
    await expect(note).toContainText('Nothing was sent')
    await expect(note).toContainText(`${qa.deploymentId} → ${prod.deploymentId}`)
    await expect(review.getByRole('row', { name: /Deployment/ })).toContainText('catalog 5.8')
    await expect(review.getByLabel('Reason')).toHaveValue('Facets are broken')
    await expect(act).toBeDisabled()
    expect((await emulator.stage('catalog', 'qa')).deploymentId).toBe(prod.deploymentId)
  })

  await test.step('once looked at, it can go on', async () => {
    await review.getByRole('button', { name: 'I have looked at it' }).click()
    await act.click()
    await expect(console.toast).toContainText('Roll back qa to catalog 5.7')
  })
})

test('what AWS refuses is said in the review in its own words, and is no success', async ({ callboard, as, page }) => {
  const console = await as('mara')
  await console.openStage('orders', 'qa')
  await console.tab('Deployments').click()
  await page
    .getByRole('button', { name: /^Roll back to/ })
    .first()
    .click()
  const act = console.review.getByRole('button', { name: 'Roll back qa' })
  await expect(act).toBeEnabled()
  await callboard.emulator.fault({ operation: 'UpdateStage', kind: 'error', times: 10 })

  await act.press('Enter')

  // Callboard asks AWS for up to 10 s what became of a call that had no clear answer.
  await expect(console.review.getByRole('alert')).toContainText('Internal failure')
  await expect(act).toBeFocused()
  await expect(console.toast).toBeHidden()
  await console.review.getByRole('button', { name: 'Cancel' }).click()
  await console.tab('Activity').click()
  await expect(console.activity.filter({ hasText: 'Roll back qa' })).not.toContainText('Done')
})
