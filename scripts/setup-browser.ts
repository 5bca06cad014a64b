import { chromium } from '@playwright/test'

import { bin, runProgram } from './run-program.ts'
import { installDebianPackages } from './setup-debian.ts'
import { doesRun, findProgram, type Program } from './setup-program.ts'

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']

/** A Chromium from the PATH, else Playwright's own (downloaded if need be), else Debian's. */
export async function setupBrowser(): Promise<Program> {
  const found = await findProgram(names)
  if (found) return { path: found }
  const own = chromium.executablePath()
  if (await doesRun(own)) return { path: own }
  const download = await downloadPlaywrights()
  if (await doesRun(own)) return { path: own }
  const problem = await installDebianPackages(['chromium'])
  const installed = await findProgram(names)
  if (installed) return { path: installed }
  return {
    missing:
      `no browser: there is no chromium or google-chrome on the PATH, ${download}, ` +
      `and ${problem ?? "Debian's chromium does not run"}. Install one of them and run again.`,
  }
}

async function downloadPlaywrights(): Promise<string> {
  console.log("downloading Playwright's own browser")
  const { code, output } = await runProgram(bin('playwright'), ['install', 'chromium'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    timeout: 10 * 60_000,
  })
  if (code === 0) return "Playwright's own was downloaded but does not run here"
  return `Playwright's own could not be downloaded (${/Error: .*/.exec(output)?.[0] ?? 'no answer'})`
}
