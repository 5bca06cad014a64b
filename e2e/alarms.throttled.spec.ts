import { expect, test } from './lib/story.ts'

test('the suggested alarm on 429 is a metric filter and an alarm, fires for throttled calls, and comes back by undo', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const console = await as('mara')
  const { review } = console
  const name = 'invoices prod 429s'
  const alarm = page.getByRole('table', { name: 'Alarms', exact: true }).getByRole('row', { name: new RegExp(name) })

  await test.step('its threshold and its rehearsal are counted in the access log', async () => {
    await page.goto(`/c/demo/rest/${await emulator.apiId('invoices')}/stages/prod/alarms`)
    const suggested = page.getByRole('table', { name: 'Suggested alarms' }).getByRole('row', { name: new RegExp(name) })
    await expect(suggested).toContainText('429 answers above 10 for 3 of 5 × 5 min')
    await expect(suggested).toContainText('No call was throttled in the last two weeks')
    await suggested.getByRole('button', { name: `Add ${name}` }).click()
    await expect(review).toContainText('put-metric-filter')
    await expect(review).toContainText('put-metric-alarm')
    await expect(review).toContainText('about 0.30 USD a month')
    await console.confirm('prod', /Make alarm/)
    await expect(alarm).toBeVisible()
  })

  await test.step('calls are throttled, and it fires', async () => {
    await emulator.updateStage('invoices', 'prod', [
      { op: 'replace', path: '/*/*/throttling/rateLimit', value: '1' },
      { op: 'replace', path: '/*/*/throttling/burstLimit', value: '1' },
    ])
    for (let n = 0; n < 4; n++) {
      const answers = await Promise.all(
        Array.from({ length: 15 }, () => emulator.call('invoices', 'prod', '/invoices')),
      )
      expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(10)
      await emulator.advance(5)
    }
    await page.reload()
    await expect(alarm.getByText('In alarm')).toBeVisible()
  })

  await test.step('deleted it takes its filter along, and undo brings both back', async () => {
    await alarm.getByRole('button', { name: `Delete ${name}` }).click()
    await expect(review).toContainText('delete-metric-filter')
    await console.confirm('prod', /Delete alarm/)
    await expect(alarm).toBeHidden()
    await console.toast.getByRole('button', { name: 'Undo', exact: true }).click()
    await console.confirm('prod', /^Undo/)
    await expect(alarm).toBeVisible()
  })
})
