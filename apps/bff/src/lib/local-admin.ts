import { hash, verify } from '@node-rs/argon2'
import type { Person } from '@callboard/shared-types/session/session.schemas'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from './errors.ts'

/** Wrong passwords from one address, and from everywhere together, in a quarter of an hour. */
const attempts = { perAddress: 5, together: 50, seconds: 15 * 60 }

const admin: Person = { issuer: 'local', subject: 'admin', name: 'admin', role: 'admin' }

/** The one person of AUTH=local. The password is kept as an argon2 hash only, and may be got wrong a few times. */
export class LocalAdmin {
  readonly #hash: Promise<string>
  readonly #byAddress = new RateLimiterMemory({ points: attempts.perAddress, duration: attempts.seconds })
  readonly #together = new RateLimiterMemory({ points: attempts.together, duration: attempts.seconds })

  constructor(password: string) {
    this.#hash = hash(password)
  }

  /**
   * @param address where the attempt comes from
   * @throws forbidden, by rule `attempts` or `password`
   */
  async comeIn(password: string, address: string): Promise<Person> {
    await this.#count(this.#byAddress, address)
    await this.#count(this.#together, 'all')
    if (!(await verify(await this.#hash, password)))
      throw new AppError('forbidden', "That isn't the password", { rule: 'password' })
    await this.#byAddress.delete(address)
    await this.#together.reward('all')
    return admin
  }

  async #count(limiter: RateLimiterMemory, key: string): Promise<void> {
    try {
      await limiter.consume(key)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const minutes = Math.ceil(refused.msBeforeNext / 60_000)
      const text = `Too many wrong passwords: try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
      throw new AppError('forbidden', text, { rule: 'attempts' })
    }
  }
}
