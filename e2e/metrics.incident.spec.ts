import { expect, test } from './lib/story.ts'

test('an incident: the chart shows it, the mark names it, the logs say why, and rolling back from the mark ends it', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const console = await as('mara')
  const { review } = console
  const apiId = await emulator.apiId('checkout')
  const stage = `/c/demo/rest/${apiId}/stages/prod`
  const alarm = page.getByRole('table', { name: 'Alarms' }).getByRole('row', { name: /checkout fails/ })

  await test.step('all is well on 2.13, and an alarm is made that says so', async () => {
    await page.goto(`${stage}/deployments?rollBack=${await emulator.deploymentId('checkout', 'checkout 2.13')}`)
    await console.confirm('prod', /Roll back prod/)
    await emulator.advance(10)
    await console.tab('Alarms').click()
    await page.getByRole('button', { name: 'New alarm…' }).click()
    await page.getByLabel('Name').fill('checkout fails')
    await page.getByRole('combobox', { name: 'Period', exact: true }).click()
    await page.getByRole('option', { name: '1 minute', exact: true }).click()
    await page.getByLabel('For', { exact: true }).fill('2')
    await page.getByLabel('of so many periods').fill('3')
    await expect(page.getByRole('region', { name: 'Rehearsal' })).toContainText(/Would have fired \d+ times?/)
    await page.getByRole('button', { name: 'Review…' }).click()
    await expect(review.getByRole('row', { name: /Alarm checkout fails · threshold/ })).toContainText('0.02')
    await console.confirm('prod', /Make alarm/)
    await emulator.advance(3)
    await expect(alarm.getByText('OK', { exact: true })).toBeVisible()
  })

  await test.step('2.14 goes out; within one period the chart shows that it fails, and the mark names it', async () => {
    await page.goto(`${stage}/deployments?rollBack=${await emulator.deploymentId('checkout', 'checkout 2.14')}`)
    await console.confirm('prod', /Roll back prod/)
    await emulator.advance(2)
    await console.tab('Metrics').click()
    await page.getByRole('link', { name: 'Last hour' }).click()
    const rate = page.getByRole('region', { name: '5XX rate', exact: true })
    await expect(rate.getByRole('button', { name: /Roll back prod to checkout 2.14, mara/ })).toBeVisible()
    await rate.getByRole('button', { name: 'Table of 5XX rate' }).click()
    const finished = rate.getByRole('row').filter({ hasNotText: 'unfinished' }).nth(1)
    await expect(finished.getByRole('cell').last()).toHaveText(/^([3-9]|1\d)\.\d/)
  })

  await test.step('the alarm fires, in the header too', async () => {
    await emulator.advance(2)
    await expect(page.getByRole('link', { name: '1 alarm' })).toBeVisible()
    await page.getByRole('link', { name: '1 alarm' }).click()
    await expect(alarm.getByText('In alarm')).toBeVisible()
    await expect(alarm).toContainText('Threshold Crossed')
  })

  await test.step('the break-down says 502, and a line of the log says why', async () => {
    await console.tab('Logs').click()
    await page.getByRole('button', { name: 'Count them' }).click()
    const counts = page.getByRole('table', { name: 'Failed calls by status' })
    await expect(counts.getByRole('columnheader', { name: '502' })).toBeVisible()
    await counts.getByRole('row', { name: /^All/ }).getByRole('button').first().click()
    await expect(page).toHaveURL(/status\+%3D\+502|status%20%3D%20502|status.*502/)
    const lines = page.getByRole('list', { name: 'Access log' }).getByRole('listitem')
    await expect(lines.first()).toContainText('502')
    await lines
      .first()
      .getByRole('button', { name: /^Request/ })
      .click()
    const timeline = page.getByRole('list', { name: 'Timeline' })
    await expect(timeline).toContainText('Lambda execution failed with status 200 due to customer function error')
    await page.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('from the chart’s mark it is rolled back, and the alarm is OK again', async () => {
    await console.tab('Metrics').click()
    const rate = page.getByRole('region', { name: '5XX rate', exact: true })
    await rate.getByRole('button', { name: /Roll back prod to checkout 2.14, mara/ }).click()
    await page.getByRole('link', { name: 'Roll back to checkout 2.13…' }).click()
    await console.confirm('prod', /Roll back prod/)
    await emulator.advance(5)
    await console.tab('Alarms').click()
    await expect(alarm.getByText('OK', { exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: '1 alarm' })).toBeHidden()
    await expect(alarm.getByRole('img', { name: 'In alarm 1 time in the last two weeks' })).toBeVisible()
  })
})
