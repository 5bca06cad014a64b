import { expect, test } from './lib/story.ts'

test("Callboard's own API is a page, reached from the menu, that keeps to the policy", async ({ as, page }) => {
  await as('mara')
  await page.getByRole('button', { name: /mara.*menu/ }).click()
  const broken: string[] = []
  page.context().on('console', (message) => message.type() === 'error' && broken.push(message.text()))
  const [docs] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('menuitem', { name: 'Callboard’s own API' }).click(),
  ])

  await docs.getByRole('link', { name: 'apis', exact: true }).click()
  await docs.getByText('/c/{connection}/fleet', { exact: true }).click()
  await expect(docs.getByText('Every stage of every API of a connection').first()).toBeVisible()
  expect(broken).toEqual([])
})
