import type { Locator } from '@playwright/test'
import { expect, test } from './lib/story.ts'

const markOf341 = /Roll back prod to shipping 3.4.1, mara/

/** What the table of a chart says of a period that is over; the newest is the first. */
const newest = (chart: Locator, nth: number) =>
  chart.getByRole('row').filter({ hasNotText: 'unfinished' }).nth(nth).getByRole('cell').last()

test('an incident: the chart shows it, the mark names it, the logs say why, and rolling back from the mark ends it', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const console = await as('mara')
  const { review } = console
  const apiId = await emulator.apiId('shipping')
  const stage = `/c/demo/rest/${apiId}/stages/prod`
  const rate = page.getByRole('region', { name: '5XX rate', exact: true })
  const alarm = page.getByRole('table', { name: 'Alarms' }).getByRole('row', { name: /shipping fails/ })

  await test.step('all is well on 3.3, and an alarm is made that says so', async () => {
    await page.goto(`${stage}/deployments?rollBack=${await emulator.deploymentId('shipping', 'shipping 3.3')}`)
    await console.confirm('prod', /Roll back prod/)
    await emulator.advance(10)
    await console.tab('Alarms').click()
    await page.getByRole('button', { name: 'New alarm…' }).click()
    await page.getByLabel('Name').fill('shipping fails')
    await page.getByRole('combobox', { name: 'Period', exact: true }).click()
    await page.getByRole('option', { name: '1 minute', exact: true }).click()
    await page.getByLabel('For', { exact: true }).fill('2')
    await page.getByLabel('of so many periods').fill('3')
    await expect(page.getByRole('region', { name: 'Rehearsal' })).toContainText(/Would have fired \d+ times?/)
    await page.getByRole('button', { name: 'Review…' }).click()
    await expect(review.getByRole('row', { name: /Alarm shipping fails · threshold/ })).toContainText(/0\.\d/)
    await console.confirm('prod', /Make alarm/)
  })

  await test.step('3.4.1 goes out, whose calls another version of the function answers, and all is well', async () => {
    await page.goto(`${stage}/deployments?rollBack=${await emulator.deploymentId('shipping', 'shipping 3.4.1')}`)
    await console.confirm('prod', /Roll back prod/)
    await emulator.advance(3)
    await console.tab('Alarms').click()
    await expect(alarm.getByText('OK', { exact: true })).toBeVisible()
  })

  await test.step('that version fails; within one period the chart shows it, and the mark names the deployment', async () => {
    await emulator.toNextMinute()
    await emulator.breakFunction('shipping-live', '35', { kind: 'payload', share: 1, payload: '"carrier unavailable"' })
    await emulator.advance(1)
    await console.tab('Metrics').click()
    await page.getByRole('link', { name: 'Last hour' }).click()
    await expect(rate.getByRole('button', { name: markOf341 })).toBeVisible()
    await rate.getByRole('button', { name: 'Table of 5XX rate' }).click()
    await expect(newest(rate, 1)).toHaveText(/^(8\d|9\d|100)\b/)
    await expect(newest(rate, 2)).toHaveText(/^\d\b/)
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
    await expect(timeline).toContainText('Malformed Lambda proxy response')
    await page.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('from the chart’s mark it is rolled back, and the alarm is OK again though the function still fails', async () => {
    await console.tab('Metrics').click()
    await rate.getByRole('button', { name: markOf341 }).click()
    await page.getByRole('link', { name: 'Roll back to shipping 3.3…' }).click()
    await console.confirm('prod', /Roll back prod/)
    await emulator.advance(5)
    await console.tab('Alarms').click()
    await expect(alarm.getByText('OK', { exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: '1 alarm' })).toBeHidden()
    await expect(alarm.getByRole('img', { name: 'In alarm 1 time in the last two weeks' })).toBeVisible()
  })
})
