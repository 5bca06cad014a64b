import { readFile } from 'node:fs/promises'
import { expect, test } from './lib/story.ts'

test('time is chosen, drawn, widened and linked, and a range that cannot be is answered in words', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const console = await as('mara')
  const metrics = `/c/demo/rest/${await emulator.apiId('catalog')}/stages/prod/metrics`
  await page.goto(metrics)
  const calls = page.getByRole('region', { name: 'Calls', exact: true })
  const drawn = calls.locator('[data-drawn]')
  await expect(drawn).toBeVisible()

  await test.step('a stretch drawn over one chart is what all of them show; back leads back', async () => {
    const box = (await drawn.boundingBox())!
    await page.mouse.move(box.x + box.width * 0.4, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.7, box.y + 60, { steps: 5 })
    await page.mouse.up()
    await expect(page).toHaveURL(/range=\d{4}-\d\d-\d\dT/)
    await expect(page.getByRole('button', { name: /^Time range: .* to .*; choose another/ })).toBeVisible()
    const zoomed = new URL(page.url()).searchParams.get('range')
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('range')).not.toBe(zoomed)
    await page.goBack()
    await page.goBack()
    await expect(page).not.toHaveURL(/range=/)
  })

  await test.step('it is typed, in UTC, and what cannot be is named where it was typed', async () => {
    await page.getByRole('button', { name: 'Another time range' }).click()
    await page.getByRole('button', { name: 'UTC' }).click()
    await expect(page).toHaveURL(/zone=utc/)
    await page.getByLabel('From').fill('2020-01-02 00:00')
    await page.getByLabel('To', { exact: true }).fill('2020-01-01 00:00')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByText('Is before the beginning')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('links with odd ranges are answered in words', async () => {
    await page.goto(`${metrics}?range=2999-01-01T00:00Z..`)
    await expect(page.getByText('This time is still to come')).toBeVisible()
    await page.goto(`${metrics}?range=2016-01-01T00:00Z..`)
    await expect(page.getByText('CloudWatch keeps 455 days')).toBeVisible()
    await page.getByRole('link', { name: 'Last 24 hours' }).click()
    await expect(page.getByText('CloudWatch keeps 455 days')).toBeHidden()
  })

  await test.step('the time before is laid beside it, and the address says so', async () => {
    await page.getByRole('button', { name: 'Compare with the time before' }).click()
    await expect(page.getByText('Calls, 1 day before').first()).toBeVisible()
    await expect(page).toHaveURL(/compare=previous/)
  })

  await test.step('a chart is kept as a file of figures', async () => {
    await calls.getByRole('button', { name: 'Save Calls' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Figures (CSV)' }).click(),
    ])
    const [head, first] = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(head).toBe('time,Base,Canary,"Calls, 1 day before"')
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,\d+,\d*,\d+$/)
    await calls.getByRole('button', { name: 'Save Calls' }).click()
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Picture (PNG)' }).click(),
    ])
    expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG')
  })

  await test.step('where nobody called there is no data, which is not zero', async () => {
    await page.goto(`/c/demo/rest/${await emulator.apiId('orders')}/stages/dev/metrics?range=7d`)
    await expect(page.getByText('CloudWatch has no call of dev in this time')).toBeVisible()
    await expect(calls.getByText('No data is not zero')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Turn it on…' }).first()).toBeVisible()
  })

  await test.step('a route of the ranking is all that the charts show then', async () => {
    await page.goto(`/c/demo/rest/${await emulator.apiId('checkout')}/stages/prod/metrics`)
    await page.getByRole('heading', { name: /^Routes/ }).scrollIntoViewIfNeeded()
    const route = page.getByRole('table', { name: 'Routes' }).getByRole('button').first()
    await route.click()
    await expect(page.getByRole('button', { name: /^Only / })).toBeVisible()
    await expect(page).toHaveURL(/route=/)
  })
  await expect(console.tab('Metrics')).toBeVisible()
})
