import { defineConfig, devices } from '@playwright/test'
import { chromiumPath } from './e2e/lib/chromium.ts'

const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync']

// No retries and no sleeps: a story that passes the second time has found something. How long is waited is no assertion: the
// limits are for a machine that does much else.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  globalSetup: './e2e/lib/build-once.ts',
  fullyParallel: true,
  // On two cores: a story waits for a third of its time.
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    // Both are half of a story's work on two cores: pictures of every frame, and the frames of movements nobody looks at.
    contextOptions: { reducedMotion: 'reduce' },
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(process.env), args: quiet },
  },
})
