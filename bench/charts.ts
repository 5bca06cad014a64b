import { chromium, type Browser, type Page } from '@playwright/test'
import { chromiumPath } from '../e2e/lib/chromium.ts'
import { Callboard } from '../e2e/lib/start-callboard.ts'
import { framesDuring } from './frames.ts'
import { median } from './median.ts'

const slowDown = 4
const runs = 5
const charts = 8
const wanted = { firstMs: 250, allMs: 1_500, longestTaskMs: 200, framesPerSecond: 50 }

declare global {
  interface Window {
    drawing?: { arrivedMs: number; drawnMs: number[]; tasks: { at: number; ms: number }[] }
  }
}

/** How the eight charts of a stage with a canary are drawn and pointed at on a slow machine. */
export async function benchCharts(): Promise<boolean> {
  const callboard = await Callboard.start()
  const executablePath = chromiumPath(process.env)
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  try {
    const apiId = await callboard.emulator.apiId('catalog')
    const url = `${callboard.url}/c/demo/rest/${apiId}/stages/prod/metrics?compare=previous&refresh=off`
    const page = await openPage(browser, callboard.url, 1_800)
    await page.goto(url)
    await page.waitForTimeout(4_000)
    await page.addInitScript(noteDrawing, charts)
    await slow(page)
    const drawings = []
    for (let n = 0; n < runs; n++) drawings.push(await draw(page, url))
    const firstMs = median(drawings.map(({ first }) => first))
    const allMs = median(drawings.map(({ all }) => all))
    const longestTaskMs = median(drawings.map(({ longest }) => longest))
    const crosshair = await framesDuring(page, () => point(page))
    const empty = await browser.newPage({ viewport: { width: 1440, height: 1_800 } })
    await empty.setContent('<div style="height:1000px"></div>')
    await slow(empty)
    const nothing = await framesDuring(empty, () => point(empty))
    const lazily = await drawnBeforeScrolling(browser, callboard.url, url)

    console.log(
      `charts: ${charts} of them, 3 to 5 series each, at ${slowDown} times slow-down; medians of ${runs} runs\n`,
    )
    console.log(`first chart after the data came  ${firstMs.toFixed(0)} ms (wanted: ${wanted.firstMs} at most)`)
    console.log(`all ${charts}                            ${allMs.toFixed(0)} ms (wanted: ${wanted.allMs} at most)`)
    console.log(
      `longest task meanwhile           ${longestTaskMs.toFixed(0)} ms (wanted: ${wanted.longestTaskMs} at most)`,
    )
    console.log(
      `crosshair over all of them       ${crosshair.toFixed(1)} frames a second, ${(crosshair / nothing).toFixed(2)} of an empty page's ${nothing.toFixed(1)} (wanted: ${wanted.framesPerSecond})`,
    )
    console.log(`drawn in a window of 500 px      ${lazily.before} of ${charts}, ${lazily.after} after scrolling`)
    const reached =
      firstMs <= wanted.firstMs &&
      allMs <= wanted.allMs &&
      longestTaskMs <= wanted.longestTaskMs &&
      crosshair >= wanted.framesPerSecond &&
      lazily.before < charts &&
      lazily.after === charts
    console.log(`\n${reached ? 'reached' : 'NOT reached'}`)
    return reached
  } finally {
    await browser.close()
    await callboard.end()
  }
}

async function openPage(browser: Browser, url: string, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height } })
  await page.goto(url)
  await page.getByRole('button', { name: /mara/ }).click()
  await page.getByRole('heading', { name: 'Fleet' }).waitFor()
  return page
}

async function slow(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
}

/** From the arrival of the answer's last byte to the frames in which the charts' lines are painted, as the page sees it. */
function noteDrawing(wantedCharts: number) {
  const drawing = { arrivedMs: 0, drawnMs: [] as number[], tasks: [] as { at: number; ms: number }[] }
  window.drawing = drawing
  const ask = window.fetch
  window.fetch = async (...asked) => {
    const answer = await ask(...asked)
    const { url } = asked[0] instanceof Request ? asked[0] : { url: String(asked[0]) }
    if (/\/metrics\?/.test(url))
      void answer
        .clone()
        .text()
        .then(() => (drawing.arrivedMs ||= performance.now()))
    return answer
  }
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) drawing.tasks.push({ at: startTime, ms: duration })
  }).observe({ entryTypes: ['longtask'] })
  const seen = new Set<Element>()
  const look = () => {
    for (const chart of document.querySelectorAll('[data-drawn]')) {
      if (seen.has(chart) || !chart.querySelector('path.recharts-curve[d]')) continue
      seen.add(chart)
      // What is there before a frame is painted in it: what runs next, runs after that.
      setTimeout(() => drawing.drawnMs.push(performance.now()))
    }
    if (seen.size < wantedCharts) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function draw(page: Page, url: string) {
  await page.goto(url)
  await page.waitForFunction((n) => (window.drawing?.drawnMs.length ?? 0) >= n, charts, { timeout: 30_000 })
  await page.waitForTimeout(1_500)
  const { arrivedMs, drawnMs, tasks } = (await page.evaluate(() => window.drawing))!
  const last = Math.max(...drawnMs)
  return {
    first: Math.min(...drawnMs) - arrivedMs,
    all: last - arrivedMs,
    longest: Math.max(0, ...tasks.filter(({ at }) => at >= arrivedMs && at < last).map(({ ms }) => ms)),
  }
}

/** Across all charts and back, as a hand does it. */
async function point(page: Page): Promise<void> {
  for (let n = 0; n < 25; n++) {
    await page.mouse.move(320 + ((n * 53) % 380), 340 + ((n * 97) % 900))
    await page.waitForTimeout(60)
  }
}

async function drawnBeforeScrolling(browser: Browser, base: string, url: string) {
  const page = await openPage(browser, base, 500)
  const count = () => page.locator('[data-drawn]').count()
  await page.goto(url)
  await page.locator('[data-drawn]').first().waitFor()
  await page.waitForTimeout(2_000)
  const before = await count()
  await page.mouse.move(700, 500)
  for (let n = 0; n < 12; n++) {
    await page.mouse.wheel(0, 200)
    await page.waitForTimeout(100)
  }
  await page.waitForTimeout(500)
  return { before, after: await count() }
}
