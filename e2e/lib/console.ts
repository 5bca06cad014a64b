import type { Locator, Page } from '@playwright/test'

/** The console by what a person sees of it: names of parts, never how they are built. */
export class Console {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The row of a stage in the fleet. */
  stageRow = (api: string, stage: string): Locator =>
    this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name: `${api} ${stage}` }) })

  openStage = (api: string, stage: string): Promise<void> =>
    this.page.getByRole('link', { name: `${api} ${stage}` }).click()

  tab = (name: string): Locator =>
    this.page.getByRole('navigation', { name: 'Stage' }).getByRole('link', { name, exact: true })

  deploymentRow = (name: string): Locator =>
    this.page.getByRole('table', { name: 'Deployments' }).getByRole('row').filter({ hasText: name })

  /** The open review; a toast is no review, it has nothing to cancel. */
  get review(): Locator {
    return this.page.getByRole('dialog').filter({ has: this.page.getByRole('button', { name: 'Cancel' }) })
  }

  /** Does what is under review, where a production stage's name has to be typed; over when the review is gone. */
  async confirm(stage: string, act: RegExp): Promise<void> {
    await this.review.getByLabel('to confirm').fill(stage)
    await this.review.getByRole('button', { name: act }).click()
    await this.review.waitFor({ state: 'hidden' })
  }

  get toast(): Locator {
    return this.page.getByRole('dialog').filter({ has: this.page.getByRole('button', { name: 'Undo', exact: true }) })
  }

  get activity(): Locator {
    return this.page.getByRole('table', { name: 'Activity' }).getByRole('row')
  }

  go = (place: 'Fleet' | 'Activity' | 'Connections'): Promise<void> =>
    this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
}
