import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './lib/story.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

type Scheme = 'light' | 'dark'

/** In the light all rules; in the dark those of colour, since nothing else differs. The page stays in what it came to last. */
async function expectNoFindings(page: Page) {
  const isDark = await page.evaluate<boolean>(`matchMedia('(prefers-color-scheme: dark)').matches`)
  const [now, then]: [Scheme, Scheme] = isDark ? ['dark', 'light'] : ['light', 'dark']
  const found = { [now]: await findings(page, now) }
  await page.emulateMedia({ colorScheme: then })
  found[then] = await findings(page, then)
  expect(found).toEqual({ light: [], dark: [] })
}

/** Axe goes into a page once, and describes only what it finds: of each element that is well it would tell how well. */
async function findings(page: Page, scheme: Scheme): Promise<string[]> {
  const isThere = await page.evaluate<boolean>(`'axe' in window`)
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
  const { violations } = await (scheme === 'light' ? axe.withTags(tags) : axe.withRules(['color-contrast'])).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

test('axe finds nothing on the fleet, a stage, a review and the activity, light or dark', async ({
  callboard,
  as,
  page,
}) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: /mara/ })).toBeVisible()
  await expectNoFindings(page)

  const console = await as('mara')
  await expect(console.stageRow('checkout', 'prod').getByText(/Degraded/)).toBeVisible()
  await expectNoFindings(page)

  const apiId = await callboard.emulator.apiId('checkout')
  const stage = `/c/demo/rest/${apiId}/stages/prod`
  await page.goto(`${stage}/overview`)
  await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible()
  await expectNoFindings(page)
  for (const title of ['Calls', '5XX rate']) await page.getByRole('button', { name: `Table of ${title}` }).click()
  await expectNoFindings(page)

  await page.goto(`${stage}/deployments`)
  await page.getByRole('button', { name: 'Compare checkout 2.13 with live' }).click()
  await expect(page.getByText('that is all AWS keeps of a deployment')).toBeVisible()
  await expect(page.getByText('16 routes')).toBeVisible()
  await expectNoFindings(page)

  await page.getByRole('button', { name: 'Roll back to checkout 2.13', exact: true }).click()
  await expect(console.review.getByLabel('Reason')).toBeVisible()
  await expectNoFindings(page)
  await console.review.getByLabel('to confirm').fill('prod')
  await console.review.getByRole('button', { name: 'Roll back prod' }).click()
  await expect(console.toast).toBeVisible()
  await expectNoFindings(page)

  await page.goto(`${stage}/activity`)
  await expect(page.getByRole('slider', { name: 'Moments of this stage' })).toBeVisible()
  await page.getByText('The stage as it was').click()
  await expectNoFindings(page)

  await page.goto('/activity')
  await expect(console.activity.filter({ hasText: 'Roll back prod' })).toBeVisible()
  await expectNoFindings(page)
  await console.activity.getByRole('link', { name: /Roll back prod/ }).click()
  await expect(page.getByRole('region', { name: 'How it went' })).toBeVisible()
  await expectNoFindings(page)
})

test('axe finds nothing on an API, the palette, connections and what is not there, light or dark', async ({
  callboard,
  as,
  page,
}) => {
  const console = await as('mara')
  await page.goto(`/c/demo/rest/${await callboard.emulator.apiId('catalog')}`)
  await expect(page.getByRole('table', { name: 'What runs where' })).toBeVisible()
  await page.getByText('1 route added and 1 route removed').click()
  await expectNoFindings(page)
  await page.getByRole('button', { name: 'Deploy now to qa' }).click()
  await expect(console.review.getByLabel('What is deployed')).toBeVisible()
  await expectNoFindings(page)
  for (const act of ['create', 'copy']) {
    await page.goto(`/c/demo/rest/${await callboard.emulator.apiId('catalog')}?act=${act}`)
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Review…' })).toBeVisible()
    await expectNoFindings(page)
  }

  await page.goto('/')
  await expect(console.stageRow('checkout', 'prod')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectNoFindings(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectNoFindings(page)

  await page.goto('/connections')
  await expect(page.getByText('Reachable')).toBeVisible()
  await expectNoFindings(page)

  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible()
  await expectNoFindings(page)
})

test('axe finds nothing on the tabs that edit a stage, light or dark', async ({ callboard, as, page }) => {
  await as('mara')
  const stage = `/c/demo/rest/${await callboard.emulator.apiId('catalog')}/stages/prod`
  await page.goto(`${stage}/variables`)
  await page.getByRole('textbox', { name: 'Value of lambdaAlias' }).fill('$LATEST')
  await page.getByText('21 places').click()
  await page.getByText('Permission for catalog-api:next').click()
  await page.getByRole('button', { name: 'Add a variable' }).click()
  await page.getByLabel('Name of the new variable').fill('dbPassword')
  await page.getByLabel('Value of dbPassword').fill('hunter2hunter2')
  await expectNoFindings(page)
  await page.getByRole('button', { name: 'Paste .env or JSON…' }).click()
  await page.getByLabel(/Lines of .env/).fill('a=b\nno')
  await expectNoFindings(page)

  await page.goto(`${stage}/cache`)
  await expect(page.getByText('Yes, but one answer for every productId')).toBeVisible()
  await expectNoFindings(page)
  await page.getByLabel('Time to live, in seconds').fill('4000')
  await page.keyboard.press('Tab')
  await expectNoFindings(page)
  await page.getByRole('button', { name: 'Flush the cache…' }).click()
  await expect(page.getByLabel('Reason')).toBeVisible()
  await expectNoFindings(page)

  await page.goto(`${stage}/canary`)
  await expect(page.getByRole('table', { name: 'Base beside canary' })).toBeVisible()
  await expectNoFindings(page)
  await page.goto(`/c/demo/rest/${await callboard.emulator.apiId('checkout')}/stages/prod/canary`)
  await expect(page.getByRole('heading', { name: 'Start a canary' })).toBeVisible()
  await expectNoFindings(page)

  await page.goto(`${stage}/settings`)
  await expect(page.getByRole('table', { name: 'Settings by method' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Tick all methods' }).click()
  await expectNoFindings(page)
})

test('axe finds nothing on charts, logs and alarms, light or dark', async ({ callboard, as, page }) => {
  await as('mara')
  const stage = `/c/demo/rest/${await callboard.emulator.apiId('checkout')}/stages/prod`
  await page.goto(`${stage}/metrics?compare=previous&range=3h`)
  await page.getByRole('heading', { name: /^Routes/ }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('table', { name: 'Routes' })).toBeVisible()
  await page.getByRole('button', { name: 'Another time range' }).click()
  await expect(page.getByLabel('From')).toBeVisible()
  await expectNoFindings(page)
  await page.keyboard.press('Escape')
  await page
    .getByRole('region', { name: 'Calls', exact: true })
    .getByRole('button', { name: /what to do/ })
    .click()
  await expect(page.getByRole('link', { name: /Roll back to checkout 2.13/ })).toBeVisible()
  await expectNoFindings(page)

  // Few lines: axe looks at each.
  await page.goto(`${stage}/logs?breakdown=true&range=5m&filter=503`)
  await expect(page.getByRole('table', { name: 'Failed calls by status' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Access log' })).toBeVisible()
  await expectNoFindings(page)
  await page
    .getByRole('button', { name: /^Request/ })
    .first()
    .click()
  await expect(page.getByRole('list', { name: 'Timeline' })).toBeVisible()
  await expectNoFindings(page)

  await page.goto(`${stage}/alarms?edit=`)
  await expect(page.getByRole('region', { name: 'Rehearsal' })).toContainText('Would')
  await expectNoFindings(page)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('table', { name: 'Suggested alarms' })).toBeVisible()
  await expectNoFindings(page)
})

test('axe finds nothing on API keys and usage plans, light or dark', async ({ as, page }) => {
  await as('mara')
  await page.goto('/keys')
  await expect(page.getByRole('img', { name: /^Alder Home: / })).toBeVisible()
  await expectNoFindings(page)
  await page.getByRole('button', { name: 'New key…' }).click()
  await page.getByRole('checkbox', { name: 'Standard' }).check()
  await expectNoFindings(page)
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Atlas & Sons', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Quota of Standard' }).getByRole('img')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Calls by day' })).toBeVisible()
  await expectNoFindings(page)

  await page.getByRole('link', { name: 'Why 403?' }).click()
  await page.getByRole('combobox', { name: 'Stage' }).click()
  await page.getByRole('option', { name: 'partners prod' }).click()
  await page.getByLabel('Path').fill('/v2/offers')
  await expect(page.getByText('It passes to the backend')).toBeVisible()
  await expectNoFindings(page)

  await page.goto('/plans')
  await expect(page.getByRole('table', { name: 'Usage plans' })).toBeVisible()
  await expectNoFindings(page)
  await page.getByRole('link', { name: 'Standard' }).click()
  await expect(page.getByRole('table', { name: 'Keys of the plan by use' })).toBeVisible()
  await page.getByRole('button', { name: 'Limit GET /v2/offers by itself' }).click()
  // The bar of edits lies over what is below it, unless that is the end.
  await page.mouse.wheel(0, 20_000)
  await expect(page.getByRole('region', { name: 'Unsaved edits' })).toBeInViewport({ ratio: 1 })
  await expectNoFindings(page)
})
