import { expect, test } from './lib/story.ts'

test('an unknown API, stage, change or page says so and leads back', async ({ callboard, as, page }) => {
  await as('mara')
  const apiId = await callboard.emulator.apiId('orders')
  const nowhere = [
    ['/c/demo/rest/nope/stages/prod/overview', 'No such API'],
    [`/c/demo/rest/${apiId}/stages/nope/deployments`, 'No such stage'],
    ['/activity/nope', 'No such change'],
    ['/nowhere', 'No such page'],
  ] as const
  for (const [path, title] of nowhere) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await page.getByRole('link', { name: /^Back to/ }).click()
    await expect(page.getByRole('heading', { name: /Fleet|Activity/ })).toBeVisible()
  }
})
