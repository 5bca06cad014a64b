import { expect, test } from './lib/story.ts'

const calls = 1_000

test('a canary goes from 5 % to 25 % to everyone, and the shares are those that callers see', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  await emulator.createApi('greeter', 'lab', 'one')
  await emulator.define('greeter', 'two')
  const shareOfTwo = async () => ((await emulator.callMany('greeter', 'lab', calls)).get('two') ?? 0) / calls
  const console = await as('mara')
  const { review } = console

  await test.step('it starts on what was defined since the last deployment', async () => {
    await expect(console.stageRow('greeter', 'lab')).toBeVisible()
    await console.openStage('greeter', 'lab')
    await console.tab('Canary').click()
    await expect(page.getByText('No canary', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Promote…' })).toHaveAccessibleDescription(/start one first/)
    await page.getByLabel('What is deployed').fill('greeter 2')
    await page.getByRole('button', { name: 'Start…' }).click()
    await expect(review.getByText('new: greeter 2')).toBeVisible()
    await review.getByRole('button', { name: 'Start at 5 %' }).click()
    await expect(review).toBeHidden()
    await expect(page.getByRole('table', { name: 'What each side runs' })).toContainText('greeter 2, by mara')
    expect(await shareOfTwo()).toBeGreaterThan(0.02)
    expect(await shareOfTwo()).toBeLessThan(0.08)
  })

  await test.step('its share is moved by keyboard alone', async () => {
    await page.getByRole('slider', { name: 'Share of the canary' }).focus()
    for (let n = 0; n < 4; n++) await page.keyboard.press('PageUp')
    await expect(page.getByText('now 5 %; nothing changes before the review')).toBeVisible()
    await page.getByRole('button', { name: 'Set share…' }).focus()
    await page.keyboard.press('Enter')
    await expect(review.getByRole('row', { name: /Canary share/ })).toContainText('25')
    await review.getByRole('button', { name: 'Set 25 %' }).focus()
    await page.keyboard.press('Enter')
    await expect(review).toBeHidden()
    expect(await shareOfTwo()).toBeGreaterThan(0.19)
    expect(await shareOfTwo()).toBeLessThan(0.31)
  })

  await test.step('promoting is one act that takes it off as well', async () => {
    await page.getByRole('button', { name: 'Promote…' }).click()
    await expect(review.getByRole('radio', { name: /Remove it as well/ })).toBeChecked()
    await review.getByRole('button', { name: 'Promote to lab' }).click()
    await expect(review).toBeHidden()
    await expect(page.getByText('Promoted', { exact: true })).toBeVisible()
    expect(await shareOfTwo()).toBe(1)
  })

  const stage = await emulator.stage('greeter', 'lab')
  expect(stage.canarySettings).toBeUndefined()
})
