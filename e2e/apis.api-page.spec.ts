import { expect, test } from './lib/story.ts'

test('an API shows its stages side by side, what differs, and what is not deployed yet', async ({ as, page }) => {
  await as('li')
  await page.getByRole('link', { name: 'catalog', exact: true }).first().click()
  const table = page.getByRole('table', { name: 'Stages side by side' })

  await test.step('a stage that is not as the others stands out', async () => {
    const alias = table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'lambdaAlias' }) })
      .first()
    await expect(alias.getByRole('cell').nth(0)).toHaveText('next')
    await expect(alias.getByRole('cell').nth(2)).toContainText('Differs: live')
  })

  await test.step('only differences are a link of their own', async () => {
    await expect(table.getByRole('row', { name: /X-Ray/ })).toBeVisible()
    await page.getByRole('button', { name: /Only differences/ }).click()
    await expect(table.getByRole('row', { name: /X-Ray/ })).toHaveCount(0)
    await page.goto(page.url())
    await expect(page.getByRole('button', { name: /Only differences/ })).toHaveAttribute('aria-pressed', 'true')
    await expect(table.getByRole('row', { name: /X-Ray/ })).toHaveCount(0)
  })

  await test.step('what production does not run yet is counted, and told route by route', async () => {
    const changes = page.getByRole('region', { name: 'Undeployed changes' })
    await changes.getByText('1 route added and 1 route removed').click()
    await expect(changes.getByRole('heading', { name: '1 route added in the API as it is now' })).toBeVisible()
    await expect(changes.getByText('can’t be seen here')).toBeVisible()
  })

  await test.step('a viewer is told why nothing can be deployed', async () => {
    const deploy = page.getByRole('button', { name: 'Deploy now to prod' })
    await expect(deploy).toBeDisabled()
    await expect(deploy).toHaveAccessibleDescription('Deploying needs the role operator; you are viewer.')
  })

  await test.step('the breadcrumb of a stage leads back', async () => {
    await table.getByRole('link', { name: 'qa' }).click()
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'catalog' }).click()
    await expect(table).toBeVisible()
  })
})
