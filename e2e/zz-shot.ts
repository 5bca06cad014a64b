import { chromium } from '@playwright/test'
import { Emulator } from './lib/emulator.ts'
const emulator = new Emulator('http://127.0.0.1:4711')
const apiId = await emulator.apiId('checkout')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage({
  viewport: { width: Number(process.env.W ?? 1440), height: 1000 },
  colorScheme: (process.env.SCHEME ?? 'light') as 'light',
})
await page.goto('http://localhost:4311/')
await page.getByRole('button', { name: 'mara' }).click()
await page.getByRole('heading', { name: 'Fleet' }).waitFor()
if (process.env.MAKE) {
  for (const [path, value] of [
    ['/variables/logLevel', 'warn'],
    ['/variables/paymentMode', 'live'],
    ['/description', 'till'],
    ['/~1payments/POST/throttling/burstLimit', '7'],
  ] as const) {
    await emulator.updateStage('checkout', 'qa', [{ op: 'replace', path, value }])
    await page.goto(`http://localhost:4311/c/demo/rest/${apiId}/stages/qa/overview`)
    await page.waitForTimeout(16_000)
  }
}
for (const [n, [url, act]] of (JSON.parse(process.env.SHOTS ?? '[]') as [string, string?][]).entries()) {
  await page.goto(`http://localhost:4311${url.replace('API', apiId)}`)
  await page.waitForTimeout(2500)
  if (act)
    for (const step of act.split(';')) {
      const [kind, what] = step.split(':')
      if (kind === 'click') await page.getByRole('button', { name: what! }).first().click()
      if (kind === 'text') await page.getByText(what!).first().click()
      if (kind === 'press') {
        await page.getByRole('slider').focus()
        await page.keyboard.press(what!)
      }
      if (kind === 'menu') await page.getByRole('menuitem', { name: what! }).click()
      await page.waitForTimeout(1200)
    }
  await page.screenshot({ path: `/tmp/shot-${process.env.TAG ?? 'a'}-${n}.png`, fullPage: true })
}
await browser.close()
