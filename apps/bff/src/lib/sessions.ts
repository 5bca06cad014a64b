import { parseCookie, stringifySetCookie } from 'cookie'
import { Person, type Person as PersonType } from '@callboard/shared-types/session/session.schemas'
import { jwtVerify, SignJWT } from 'jose'
import type { Clocks } from './clock.ts'

const name = 'callboard_session'

/** How long somebody stays in, in seconds. */
const lifeSeconds = 12 * 3600

/** Sessions are signed cookies: nothing is stored, so pages work while the store is down. */
export class Sessions {
  readonly #secret: Uint8Array
  readonly #clocks: Clocks
  readonly #issuer: string
  readonly #secure: boolean

  /**
   * @param issuer how people come in now; who came in another way before is nobody
   * @param secure the cookie is sent over https only
   */
  constructor(secret: Uint8Array, clocks: Clocks, { issuer, secure }: { issuer: string; secure: boolean }) {
    this.#issuer = issuer
    this.#secret = secret
    this.#clocks = clocks
    this.#secure = secure
  }

  /** @returns the value of a Set-Cookie header */
  async cookieFor(person: PersonType | null): Promise<string> {
    const common = { name, httpOnly: true, sameSite: 'strict' as const, secure: this.#secure, path: '/' }
    if (!person) return stringifySetCookie({ ...common, value: '', maxAge: 0 })
    const seconds = Math.floor(this.#clocks.processMs() / 1_000)
    const value = await new SignJWT({ ...person })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifeSeconds)
      .sign(this.#secret)
    return stringifySetCookie({ ...common, value, maxAge: lifeSeconds })
  }

  /** Who a Cookie header says it is; null for nobody, a forged or an expired one. */
  async personOf(header: string | undefined): Promise<PersonType | null> {
    const token = header ? parseCookie(header)[name] : undefined
    if (!token) return null
    try {
      const options = { algorithms: ['HS256'], currentDate: new Date(this.#clocks.processMs()) }
      const { payload } = await jwtVerify(token, this.#secret, options)
      const person = Person.parse(payload)
      return person.issuer === this.#issuer ? person : null
    } catch {
      return null
    }
  }
}
