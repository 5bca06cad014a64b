import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Callboard } from './lib/start-callboard.ts'
import { Emulator } from './lib/emulator.ts'
import { Console } from './lib/console.ts'
import { expect, test as base } from './lib/story.ts'

const password = 'correct horse battery'
const labsAccount = '210987654321'

/** Two accounts of one emulator, configured as a user does it: a connections file, profiles and a password. */
const test = base.extend<{ configured: Callboard }>({
  configured: async ({ callboard: { emulator, beganAt } }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'callboard-accounts-'))
    const [file, credentials] = [join(folder, 'connections.json'), join(folder, 'credentials')]
    const common = {
      endpoint: emulator.url,
      invokeUrlTemplate: `${emulator.url}/restapis/{apiId}/{stage}/_user_request_/`,
    }
    const connections = [
      { name: 'shop', account: '123456789012', region: 'eu-central-1', profile: 'shop', colour: '#2f6bd8', ...common },
      { name: 'labs', account: labsAccount, region: 'eu-central-1', profile: 'labs', ...common },
    ]
    await writeFile(file, JSON.stringify({ connections }))
    const profile = (name: string, account: string) =>
      `[${name}]\naws_access_key_id = ${account}\naws_secret_access_key = any\n`
    await writeFile(credentials, profile('shop', '123456789012') + profile('labs', labsAccount))
    await new Emulator(emulator.url, labsAccount).createApi('experiments', 'dev')
    const configured = await Callboard.startWith({
      AUTH: 'local',
      ADMIN_PASSWORD: password,
      CONNECTIONS_FILE: file,
      AWS_SHARED_CREDENTIALS_FILE: credentials,
      // Its world is the machine's, which here is the other's.
      STORY_BEGAN_AT: String(beganAt),
    })
    configured.emulator = emulator
    await use(configured)
    await configured.end()
    await rm(folder, { recursive: true, force: true })
  },
  baseURL: async ({ configured }, use) => use(configured.url),
})

test('the admin comes in with the password only, and attempts are limited', async ({ page }) => {
  await page.goto('/')
  const field = page.getByLabel('Password')
  const button = page.getByRole('button', { name: 'Sign in' })
  await expect(page.getByRole('button', { name: /mara/ })).toHaveCount(0)
  await field.fill('a guess')
  await button.click()
  await expect(field).toHaveAccessibleDescription("That isn't the password.")

  await field.fill(password)
  await field.press('Enter')
  await expect(page.getByRole('heading', { name: 'Fleet' })).toBeVisible()

  await page.getByRole('button', { name: 'admin, admin: menu' }).click()
  await page.getByRole('menuitem', { name: 'Leave' }).click()
  await field.fill('a guess')
  for (let guess = 0; guess < 6; guess++) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await button.click()
    await answered
  }
  await expect(field).toHaveAccessibleDescription(/Too many wrong passwords: try again in \d+ minutes?/)
})

test('two accounts are looked at side by side, and one that breaks leaves the other as it is', async ({
  configured,
  page,
}) => {
  const { emulator } = configured
  await page.clock.install()
  const console = new Console(page)
  await page.goto('/')
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')

  await test.step('both are in the fleet, each row with its connection', async () => {
    await expect(console.stageRow('checkout', 'prod').getByText('shop', { exact: true })).toBeVisible()
    await expect(console.stageRow('experiments', 'dev').getByText('labs', { exact: true })).toBeVisible()
  })

  await test.step("one breaks: AWS's sentence in place, the other goes on", async () => {
    await emulator.fault({ operation: '*', kind: 'error', times: 100_000, account: labsAccount })
    await configured.pass(60, page)
    const alert = page.getByRole('alert').filter({ hasText: 'labs' }).first()
    await expect(alert).toContainText('Internal failure')
    await expect(console.stageRow('checkout', 'prod').getByText(/Degraded/)).toBeVisible()
    await console.openStage('checkout', 'qa')
    await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible()
    await expect(page.getByRole('meter', { name: 'AWS call budget' })).toBeVisible()
  })

  await test.step('the connections say which works and what to do about the other', async () => {
    await console.go('Connections')
    await expect(page.getByRole('region', { name: 'shop' }).getByText('Reachable')).toBeVisible()
    const labs = page.getByRole('region', { name: 'labs' })
    await expect(labs.getByText('AWS says: “')).toBeVisible({ timeout: 60_000 })
    await expect(labs.getByRole('button', { name: 'Check again' })).toBeVisible()
  })
})
