import type { Page } from '@playwright/test'
import { median } from './median.ts'

const runs = 5
const runMs = 2_000

/** Frames a second while something goes on, the median of five runs. The page is slowed down by whoever calls. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<number> {
  const rates: number[] = []
  for (let n = 0; n < runs; n++) {
    const counting = page.evaluate(
      (ms) =>
        new Promise<number>((resolve) => {
          const begin = performance.now()
          let frames = 0
          const frame = () => {
            frames++
            const gone = performance.now() - begin
            if (gone < ms) requestAnimationFrame(frame)
            else resolve((frames * 1_000) / gone)
          }
          requestAnimationFrame(frame)
        }),
      runMs,
    )
    await act()
    rates.push(await counting)
  }
  return median(rates)
}
