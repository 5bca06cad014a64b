import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { Console } from './console.ts'
import { Callboard } from './start-callboard.ts'

/** Every story has a Callboard and a world of its own. */
export const test = base.extend<{ callboard: Callboard; as: (person: string, page?: Page) => Promise<Console> }>({
  // Playwright wants to see the names it takes; this needs none.
  callboard: async ({ browserName: _browser }, use) => {
    const callboard = await Callboard.start()
    await use(callboard)
    await callboard.end()
  },
  baseURL: async ({ callboard }, use) => use(callboard.url),
  /** Comes in as one of the demo's people and stands before the fleet. */
  as: async ({ page: first }, use) => {
    await use(async (person, page = first) => {
      await page.goto('/')
      await page.getByRole('button', { name: person }).click()
      await page.getByRole('heading', { name: 'Fleet' }).waitFor()
      return new Console(page)
    })
  },
})

export const newTab = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(path)
  return page
}

export { expect } from '@playwright/test'
