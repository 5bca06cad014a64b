import type { Emulator } from './lib/emulator.ts'
import { expect, test } from './lib/story.ts'

/** What the orders function of qa answers where it answers; now and then it has no such order. */
async function answer(emulator: Emulator): Promise<string> {
  const answers = await Promise.all(Array.from({ length: 6 }, () => emulator.call('orders', 'qa', '/orders/o-1')))
  return [...new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text))].join(' or ')
}

const byNext = '{"order":{},"returns":[]}'
const byLive = '{"order":{}}'

test('another alias is chosen, and the other version of the function answers', async ({ callboard, as, page }) => {
  const { emulator } = callboard
  await page.clock.install()
  expect(await answer(emulator)).toBe(byNext)
  const console = await as('mara')
  await console.openStage('orders', 'qa')
  await console.tab('Variables').click()
  const table = page.getByRole('table', { name: 'Variables' })
  const edits = page.getByRole('region', { name: 'Unsaved edits' })
  const alias = table.getByRole('textbox', { name: 'Value of lambdaAlias' })

  await test.step('it says where the variable is used and what other stages have', async () => {
    const row = table.getByRole('row', { name: /lambdaAlias/ })
    await row.getByText('6 places').click()
    await expect(row).toContainText('POST /orders/{orderId}/returns')
    await expect(row).toContainText('live')
    await expect(table.getByRole('row', { name: /queueName/ })).toContainText('Not named in the API')
  })

  await test.step("what AWS wouldn't take is said while typing, in its words", async () => {
    await alias.fill('$LATEST')
    await expect(table.getByRole('alert')).toContainText('Invalid stage variable value: $LATEST.')
    await expect(edits.getByRole('button', { name: 'Review…' })).toBeDisabled()
    await alias.fill('live')
    await expect(edits).toContainText('1 edit')
  })

  await test.step('the command that allows the call has the alias as it is typed', async () => {
    await page.getByText('Permission for orders-api:live').click()
    await expect(page.getByLabel('AWS CLI command')).toContainText('function:orders-api:live')
  })

  await test.step('edits outlive a look at another tab, and somebody else’s edits stay', async () => {
    await console.tab('Overview').click()
    await emulator.updateStage('orders', 'qa', [
      { op: 'replace', path: '/variables/queueName', value: 'by-terraform' },
      { op: 'replace', path: '/variables/lambdaAlias', value: 'blue' },
    ])
    await console.tab('Variables').click()
    await expect(alias).toHaveValue('live')
    await callboard.pass(15, page)
    await expect(table.getByText('was next, theirs is blue, yours live')).toBeVisible()
    await expect(table.getByRole('textbox', { name: 'Value of queueName' })).toHaveValue('by-terraform')
    await page.getByRole('button', { name: 'Keep mine for lambdaAlias' }).click()
  })

  await test.step('the review says which function will answer', async () => {
    await edits.getByRole('button', { name: 'Review…' }).click()
    const { review } = console
    await expect(review.getByRole('row', { name: /Function behind 6 routes/ })).toContainText('orders-api:live')
    await expect(review.getByText('Undo: exact')).toBeVisible()
    await review.getByRole('button', { name: 'Set lambdaAlias on qa' }).click()
    await expect(console.toast).toContainText('Set lambdaAlias on qa')
    await expect(edits).toBeHidden()
  })

  expect((await emulator.stage('orders', 'qa')).variables).toEqual({ lambdaAlias: 'live', queueName: 'by-terraform' })
  expect(await answer(emulator)).toBe(byLive)
})

test('a hundred lines are pasted by keyboard; the seven bad ones are named, and left out on purpose', async ({
  callboard: { emulator },
  as,
  page,
}) => {
  const lines = Array.from({ length: 98 }, (_, n) => `NAME_${n + 1}=value-${n + 1}`)
  const bad = ['no equals sign', 'dash-ed=x', 'EMPTY=', 'LATEST=$LATEST', 'NAME_1=again', 'AT=a@b', 'two words=x']
  for (const [n, line] of bad.entries()) lines[n * 10 + 9] = line
  const console = await as('mara')
  await console.openStage('orders', 'dev')
  await console.tab('Variables').press('Enter')
  await page.getByRole('button', { name: 'Paste .env or JSON…' }).press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Paste .env or JSON' })
  await drawer.getByLabel(/Lines of .env/).focus()
  await page.keyboard.insertText(lines.join('\n'))

  await test.step('all seven are named with their lines, and none of the rest is taken over', async () => {
    const named = drawer.getByRole('list', { name: 'Bad lines' }).getByRole('listitem')
    await expect(named).toHaveCount(7)
    for (const [n, line] of bad.entries()) await expect(named.nth(n)).toContainText(`Line ${n * 10 + 10}: ${line}`)
    const take = drawer.getByRole('button', { name: 'Take over 91 edits' })
    await expect(take).toBeDisabled()
    await expect(take).toHaveAccessibleDescription('Put the 7 bad lines right, or leave them out.')
  })

  await test.step('left out on purpose, the rest becomes edits, reviewed and sent', async () => {
    await drawer.getByLabel('Leave the 7 out').press('Space')
    await drawer.getByRole('button', { name: 'Take over 91 edits' }).press('Enter')
    await expect(page.getByRole('region', { name: 'Unsaved edits' })).toContainText('91 edits')
    await page.getByRole('button', { name: 'Review…' }).press('Enter')
    await console.review.getByRole('button', { name: 'Change 91 variables of dev' }).press('Enter')
    await expect(console.toast).toBeVisible()
  })

  const { variables = {} } = await emulator.stage('orders', 'dev')
  expect(Object.keys(variables).filter((name) => name.startsWith('NAME_'))).toHaveLength(91)
  expect(Object.keys(variables)).toHaveLength(93)
})

test('ticked variables are copied onto another stage of the API', async ({ callboard: { emulator }, as, page }) => {
  const console = await as('mara')
  await console.openStage('catalog', 'qa')
  await console.tab('Variables').click()
  await page.getByLabel('Copy searchIndex').check()
  await page.getByLabel('Copy imageHost').check()
  await page.getByRole('button', { name: 'Copy 2 to…' }).click()
  await page.getByRole('menuitem', { name: 'dev' }).click()

  await expect(console.review.getByRole('row', { name: /searchIndex/ })).toContainText('products-dev')
  await console.review.getByRole('button', { name: 'Change 2 variables of dev' }).click()
  await expect(console.toast).toBeVisible()

  expect((await emulator.stage('catalog', 'dev')).variables).toMatchObject({
    searchIndex: 'products-qa',
    imageHost: 'images.qa.example.com',
    lambdaAlias: 'next',
  })
})
