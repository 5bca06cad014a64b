import { expect, test } from './lib/story.ts'

test('a stage is made, gets the settings of another, is deleted, and is made again as it was', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const console = await as('mara')
  const apiId = await emulator.apiId('catalog')
  const { review } = console
  await page.goto(`/c/demo/rest/${apiId}`)

  await test.step("made by keyboard from an earlier deployment; a name that AWS wouldn't take is said in its words", async () => {
    await page.getByRole('button', { name: 'New stage…' }).press('Enter')
    const drawer = page.getByRole('dialog', { name: 'New stage' })
    const name = drawer.getByLabel('Name', { exact: true })
    await name.fill('qa')
    await expect(drawer.getByRole('alert').first()).toHaveText('Stage already exists')
    await name.fill('load test')
    await expect(drawer.getByRole('alert').first()).toHaveText('Stage name only allows a-zA-Z0-9_')
    await name.fill('load-test')
    await drawer.getByRole('combobox', { name: 'It runs' }).press('Enter')
    await page.keyboard.type('catalog 5.8')
    await page.keyboard.press('Enter')
    await drawer.getByLabel(/lines of .env/).fill('lambdaAlias=live\nsearchIndex=products-load')
    await drawer.getByRole('button', { name: 'Review…' }).press('Enter')
    await expect(review.getByRole('row', { name: /Invoke URL/ })).toContainText('load-test')
    await review.getByRole('button', { name: 'Make load-test' }).press('Enter')
    await expect(page.getByRole('table', { name: 'Stages side by side' })).toContainText('load-test')
    expect((await emulator.stage('catalog', 'load-test')).variables).toEqual({
      lambdaAlias: 'live',
      searchIndex: 'products-load',
    })
  })

  await test.step('gets logs and settings of prod, but neither its variables nor its cache and tags', async () => {
    await page.goto(`/c/demo/rest/${apiId}/stages/load-test/overview`)
    await page.getByRole('button', { name: 'More of load-test' }).click()
    await page.getByRole('menuitem', { name: 'Copy settings onto it…' }).click()
    const drawer = page.getByRole('dialog', { name: 'Copy settings onto load-test' })
    await drawer.getByRole('combobox', { name: 'From the stage' }).click()
    await page.getByRole('option', { name: 'prod' }).click()
    for (const part of ['Variables', 'Cache', 'Tags']) await drawer.getByLabel(part).uncheck()
    await drawer.getByRole('button', { name: 'Review…' }).click()
    await expect(review.getByText(/Both stages will write their access logs/)).toBeVisible()
    await review.getByRole('button', { name: 'Copy onto load-test' }).click()
    await expect(console.toast.filter({ hasText: 'Copy settings of prod onto load-test' })).toBeVisible()
  })

  const before = await emulator.stage('catalog', 'load-test')
  const prod = await emulator.stage('catalog', 'prod')
  expect(before).toMatchObject({ accessLogSettings: prod.accessLogSettings, tracingEnabled: prod.tracingEnabled })
  expect(before).toMatchObject({ cacheClusterEnabled: false, variables: { searchIndex: 'products-load' } })

  await test.step('is deleted once its name is typed', async () => {
    await page.getByRole('button', { name: 'More of load-test' }).click()
    await page.getByRole('menuitem', { name: 'Delete the stage…' }).click()
    await expect(review.getByText(/not restored: its creation date/)).toBeVisible()
    await review.getByLabel('to confirm').fill('load-test')
    await review.getByRole('button', { name: 'Delete load-test' }).click()
    await expect(page.getByRole('heading', { name: 'No such stage' })).toBeVisible()
    await expect(emulator.stage('catalog', 'load-test')).rejects.toThrow('Invalid stage identifier specified')
  })

  await test.step('its address says that it was there, and makes it again', async () => {
    await page.reload()
    await expect(page.getByText(/was deleted by mara; it ran catalog 5.8/)).toBeVisible()
    await page.getByRole('button', { name: 'Make it again…' }).click()
    await review.getByRole('button', { name: 'Make load-test again' }).click()
    await expect(page.getByRole('heading', { name: 'catalog' })).toBeVisible()
  })

  const { createdDate: _, lastUpdatedDate: __, ...again } = await emulator.stage('catalog', 'load-test')
  expect(before).toMatchObject({ ...again, $metadata: expect.anything() })
})
