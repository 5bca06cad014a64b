import { expect, test } from './lib/story.ts'

const fromCurl = (text: string) => {
  const [, value = '', url = ''] = /x-api-key: (.*?)' '(.*)'/.exec(text) ?? []
  return { value, url }
}

test('a key is handed out, called with until its quota is used up, extended, and its value stays where it was shown', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const answers: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/') && !response.url().endsWith('/events'))
      void response.text().then(
        (text) => answers.push(`${response.url()} ${text}`),
        () => {},
      )
  })
  const console = await as('mara')
  const planOf = (name: string) =>
    page.getByRole('table', { name: 'Usage plans' }).getByRole('link', { name, exact: true })

  await test.step('a plan of a few calls a day', async () => {
    await page.getByRole('link', { name: 'Usage plans' }).click()
    await expect(planOf('Standard')).toBeVisible()
    await page.getByRole('button', { name: 'New plan…' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Tiny')
    await page.getByRole('switch', { name: 'Quota' }).click()
    await page.getByLabel('Calls', { exact: true }).fill('3')
    await page.getByRole('combobox', { name: 'Add a stage' }).click()
    await page.getByRole('option', { name: 'partners sandbox' }).click()
    await page.getByRole('button', { name: 'Review…' }).click()
    await expect(console.review.getByRole('row', { name: /Quota/ }).first()).toBeVisible()
    await console.review.getByRole('button', { name: 'Make the plan' }).click()
    await expect(planOf('Tiny')).toBeVisible()
  })

  let value = ''
  let url = ''
  await test.step('a key, whose value is shown once with a call to try', async () => {
    await page.getByRole('link', { name: 'API keys' }).click()
    await page.getByRole('button', { name: 'New key…' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Acme Corp')
    await page.getByLabel('Owner').fill('Ada')
    await page.getByRole('checkbox', { name: 'Tiny' }).check()
    await page.getByRole('button', { name: 'Review…' }).click()
    await console.review.getByRole('button', { name: 'Make the key' }).click()
    ;({ value, url } = fromCurl((await page.getByLabel('curl command').textContent()) ?? ''))
    expect(value).toMatch(/^[A-Za-z0-9]{40}$/)
    await page.getByRole('button', { name: 'I have it' }).click()
    await expect(page.getByText(value)).toHaveCount(0)
  })

  const call = async () => (await fetch(url, { headers: { 'x-api-key': value } })).status
  await test.step('it opens the gateway until the quota is used up', async () => {
    expect([await call(), await call(), await call(), await call()]).toEqual([200, 200, 200, 429])
    await page.getByRole('link', { name: 'Usage plans' }).click()
    await planOf('Tiny').click()
    await expect(page.getByRole('row', { name: /Acme Corp/ })).toContainText('0 of 3 left')
    await expect(page.getByRole('row', { name: /Acme Corp/ })).toContainText('used up')
  })

  await test.step('why it is refused now, and what mends it', async () => {
    await page.getByRole('link', { name: 'Acme Corp' }).click()
    await page.getByRole('link', { name: 'Why 403?' }).click()
    await page.getByRole('combobox', { name: 'Stage' }).click()
    await page.getByRole('option', { name: 'partners sandbox' }).click()
    await page.getByLabel('Path').fill('/v2/offers')
    await expect(page.getByText('429 Limit Exceeded')).toBeVisible()
    await page.getByRole('link', { name: 'Extend it…' }).click()
  })

  await test.step('extended with a reason, calls pass again', async () => {
    await page.getByLabel('Calls left from now on').fill('5')
    await page.getByRole('button', { name: 'Review…' }).click()
    const { review } = console
    await expect(review.getByRole('row', { name: /Left of the quota of Acme Corp/ })).toContainText('5')
    await review.getByLabel('Reason').fill('their sale began')
    await review.getByRole('button', { name: 'Extend the quota' }).click()
    await expect(review).toBeHidden()
    expect(await call()).toBe(200)
  })

  await test.step('its value is in no answer but the one that told it', async () => {
    await page.getByRole('link', { name: 'Activity' }).click()
    await page.getByRole('link', { name: /Make the API key Acme Corp/ }).click()
    await expect(page.getByText('$VALUE').first()).toBeVisible()
    expect(page.url()).not.toContain(value)
    expect(await page.content()).not.toContain(value)
    expect(answers.length).toBeGreaterThan(20)
    expect(answers.filter((text) => text.includes(value))).toHaveLength(1)
    expect((await emulator.call('partners', 'sandbox', '/v2/offers', { 'x-api-key': value })).status).toBe(200)
  })
})

test('a key is rotated with calls going on by both, and not one of them is refused', async ({
  callboard,
  as,
  page,
}) => {
  const { emulator } = callboard
  await page.clock.install()
  const console = await as('mara')
  await page.goto('/keys')
  await page.getByRole('link', { name: 'Oak Street Deli' }).click()

  let old = ''
  await test.step('its value is revealed, which stands in the activity', async () => {
    await page.getByRole('button', { name: 'More acts' }).click()
    await page.getByRole('menuitem', { name: 'Reveal the value…' }).click()
    await console.review.getByRole('button', { name: 'Reveal it' }).click()
    old = (await page.getByLabel('Value', { exact: true }).textContent()) ?? ''
    await page.getByRole('button', { name: 'I have it' }).click()
  })

  let fresh = ''
  await test.step('a new key with the same plans', async () => {
    await page.getByRole('button', { name: 'Rotate…' }).click()
    await page.getByLabel('Both are valid for at least').fill('1')
    await page.getByRole('button', { name: 'Review…' }).click()
    await console.review.getByRole('button', { name: 'Make the new key' }).click()
    fresh = fromCurl((await page.getByLabel('curl command').textContent()) ?? '').value
    await page.getByRole('button', { name: 'I have it' }).click()
  })

  const statuses = new Set<number>()
  const call = async (...values: string[]) => {
    for (const value of values)
      statuses.add((await emulator.call('partners', 'prod', '/v2/offers', { 'x-api-key': value })).status)
  }
  const step = page.getByRole('list', { name: 'Steps of the rotation' }).locator('[aria-current=step]')
  /** Each minute the rotation takes a step at most, and the page looks at it again. */
  const comesTo = (text: string, everySeconds: number) =>
    expect(async () => {
      await callboard.pass(everySeconds, page)
      await expect(step).toContainText(text, { timeout: 2_000 })
    }).toPass({ timeout: 60_000 })

  await test.step('both are valid as long as somebody calls with the old one', async () => {
    await call(old, fresh)
    await comesTo('Both are valid', 60)
    for (let round = 0; round < 3; round++) {
      await call(old, fresh)
      await callboard.pass(45 * 60, page)
    }
    await comesTo('a call with the old key was last counted', 60)
  })

  await test.step('once they have moved, the old one is switched off by the clock', async () => {
    await call(fresh)
    // Calls that were counted since the last look make it wait for another hour.
    await comesTo('is disabled', 61 * 60)
    await call(fresh)
    expect([...statuses]).toEqual([200])
    expect((await emulator.call('partners', 'prod', '/v2/offers', { 'x-api-key': old })).status).toBe(403)
    await page.getByRole('link', { name: 'Activity' }).click()
    await expect(console.activity.filter({ hasText: 'Rotation: Oak Street Deli is disabled' })).toContainText(
      'key-rotation',
    )
    await expect(console.activity.filter({ hasText: 'Reveal the value of Oak Street Deli' })).toBeVisible()
  })
})
