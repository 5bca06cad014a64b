import { expect, test } from './lib/story.ts'

test('an API is deployed as it is defined now, from its page, and the deployment stays when it is undone', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const before = await emulator.stage('catalog', 'qa')
  const console = await as('mara')
  await page.getByRole('link', { name: 'catalog', exact: true }).first().click()
  await page.getByRole('button', { name: 'Deploy now to qa' }).click()
  const { review } = console

  await test.step('what is deployed is asked first, and the plan follows it', async () => {
    await review.getByLabel('What is deployed').fill('catalog 5.10')
    await expect(review.getByRole('heading', { name: 'Deploy catalog 5.10 to qa' })).toBeVisible()
    await expect(review.getByRole('row', { name: /Deployment/ })).toContainText('new: catalog 5.10')
    await expect(review.getByText(/Undo: compensating; not restored: the new deployment stays/)).toBeVisible()
  })

  await test.step('it is done, and the page shows what runs where', async () => {
    await review.getByRole('button', { name: 'Deploy to qa' }).click()
    await expect(console.toast).toContainText('Deploy catalog 5.10 to qa')
    const row = page
      .getByRole('table', { name: 'What runs where' })
      .getByRole('row')
      .filter({ hasText: 'catalog 5.10' })
    await expect(row.getByText('Live')).toBeVisible()
    expect((await emulator.stage('catalog', 'qa')).deploymentId).not.toBe(before.deploymentId)
  })

  await test.step('undone, the stage is as it was and the deployment is still there', async () => {
    await console.toast.getByRole('button', { name: 'Undo', exact: true }).click()
    await review.getByRole('button', { name: /^Undo/ }).click()
    await expect(console.toast).toContainText('Undo')
    expect((await emulator.stage('catalog', 'qa')).deploymentId).toBe(before.deploymentId)
    await expect(page.getByRole('rowheader', { name: /catalog 5.10/ })).toBeVisible()
  })
})

test('with a canary in the way, the canary alone gets the new deployment unless another answer is given', async ({
  as,
  page,
}) => {
  const console = await as('sofia')
  await console.openStage('catalog', 'prod')
  await console.tab('Deployments').click()
  await page.getByRole('button', { name: 'Deploy now' }).click()
  const { review } = console
  await review.getByLabel('What is deployed').fill('catalog 5.10')
  await expect(review.getByRole('radio', { name: /^The canary/ })).toBeChecked()
  await expect(review.getByRole('button', { name: 'Deploy to the canary of prod' })).toBeVisible()

  await review.getByRole('radio', { name: /^Everyone/ }).check()

  await expect(review.getByRole('button', { name: 'Deploy to prod' })).toBeVisible()
  await expect(review.getByLabel('What is deployed')).toHaveValue('catalog 5.10')
})

test('a deployment that was made and not put live is said to be partly done', async ({ callboard, as, page }) => {
  const console = await as('mara')
  await console.openStage('orders', 'qa')
  await console.tab('Deployments').click()
  await page.getByRole('button', { name: 'Deploy now' }).click()
  const act = console.review.getByRole('button', { name: 'Deploy to qa' })
  await expect(act).toBeEnabled()
  await callboard.emulator.fault({ operation: 'UpdateStage', kind: 'error', times: 10 })

  await act.click()

  await expect(page.getByRole('alert')).toContainText('Partly done')
  await expect(console.toast).toBeHidden()
})
