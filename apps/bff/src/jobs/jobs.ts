import { setTimeout as sleep } from 'node:timers/promises'
import type { Lease, Leases } from '../changes/leases.ts'
import type { Clocks } from '../lib/clock.ts'
import type { Services } from '../lib/context.ts'
import type { Log } from '../lib/log.ts'

/** What runs by the clock. */
export interface Job {
  name: string
  everyMs: number
  /** Process time for what is ours, world time for what AWS dates. */
  clock: 'process' | 'world'
  /** Process ms from the start to the first run, which leave AWS to those who come in then. */
  firstAfterMs?: number
  /** Called again `everyMs` after it ended. What it throws is logged; it's tried again at its next time. */
  run(services: Services, signal: AbortSignal): Promise<void>
}

interface Deps {
  jobs: Job[]
  services: Services
  leases: Leases
  clocks: Clocks
  log: Log
  /** How often it's looked whether a job is due. */
  tickMs?: number
}

const usualFirstAfterMs = 5_000

const usualTickMs = 1_000

/** Runs each job by its clock, in one process at a time: the one that has the job's lease, until it ends or is lost. */
export class Jobs {
  readonly #deps: Deps
  readonly #held = new Map<string, { lease: Lease; heldMs: number }>()
  readonly #dueMs = new Map<string, number>()
  readonly #running = new Map<string, Promise<void>>()
  #startedMs = 0
  #loop: Promise<void> = Promise.resolve()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Runs until the signal is aborted. */
  start(signal: AbortSignal): void {
    this.#startedMs = this.#deps.clocks.processMs()
    this.#loop = this.#tick(signal)
  }

  /** One run of a job now, whatever the clock says. */
  async run(name: string, signal: AbortSignal = new AbortController().signal): Promise<void> {
    const job = this.#deps.jobs.find((of) => of.name === name)
    if (!job) throw new Error(`There is no job ${name}`)
    await job.run(this.#deps.services, signal)
  }

  /** After the signal: until what ran has ended and others may have the leases. */
  async stopped(): Promise<void> {
    await this.#loop
    await Promise.all(this.#running.values())
    await Promise.all([...this.#held.values()].map(({ lease }) => this.#deps.leases.release(lease).catch(() => {})))
  }

  async #tick(signal: AbortSignal): Promise<void> {
    const { jobs, tickMs = usualTickMs } = this.#deps
    while (!signal.aborted) {
      for (const job of jobs) {
        if (!this.#running.has(job.name) && this.#isDue(job)) this.#running.set(job.name, this.#round(job, signal))
      }
      await this.#extend()
      await sleep(tickMs, undefined, { ref: false, signal }).catch(() => {})
    }
  }

  #isDue({ name, clock, firstAfterMs = usualFirstAfterMs }: Job): boolean {
    const { clocks } = this.#deps
    const dueMs = this.#dueMs.get(name)
    if (dueMs === undefined) return clocks.processMs() >= this.#startedMs + firstAfterMs
    return clocks[`${clock}Ms`]() >= dueMs
  }

  async #round(job: Job, signal: AbortSignal): Promise<void> {
    const { log, clocks, services } = this.#deps
    try {
      if (await this.#hold(job.name)) await job.run(services, signal)
    } catch (error) {
      if (!signal.aborted) log.warn({ error, job: job.name }, 'a job failed; it runs again at its next time')
    } finally {
      this.#dueMs.set(job.name, clocks[`${job.clock}Ms`]() + job.everyMs)
      this.#running.delete(job.name)
    }
  }

  /** What this process has stays with it between the runs, or two processes would each run everything. */
  async #extend(): Promise<void> {
    const { leases, clocks } = this.#deps
    for (const [name, { heldMs }] of this.#held)
      if (clocks.processMs() - heldMs > leases.extendEveryMs) await this.#hold(name).catch(() => {})
  }

  /** Whether this process has the job's lease now. */
  async #hold(name: string): Promise<boolean> {
    const { leases, clocks } = this.#deps
    const held = this.#held.get(name)
    const lease = held && (await leases.hold(held.lease)) ? held.lease : await leases.take(`job/${name}`, 0)
    if (lease) this.#held.set(name, { lease, heldMs: clocks.processMs() })
    else this.#held.delete(name)
    return lease !== undefined
  }
}
