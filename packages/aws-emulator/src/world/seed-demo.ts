import type { Call } from '../apigateway/call.ts'
import { updateAccount } from '../apigateway/update-account.ts'
import { UnitOfWork, type Place } from '../lib/store.ts'
import { withAccessLogs } from './demo/access-log.ts'
import { accounts } from './demo/accounts.ts'
import { buildApi } from './demo/build-api.ts'
import { buildKeys } from './demo/build-keys.ts'
import { catalog } from './demo/catalog.ts'
import { checkout } from './demo/checkout.ts'
import { inventory } from './demo/inventory.ts'
import { invoices } from './demo/invoices.ts'
import { media } from './demo/media.ts'
import { notifications } from './demo/notifications.ts'
import { orders } from './demo/orders.ts'
import { partners } from './demo/partners.ts'
import { pricing } from './demo/pricing.ts'
import { recommendations } from './demo/recommendations.ts'
import { shipping } from './demo/shipping.ts'
import type { Seeding } from './seeding.ts'

/** In the order in which their APIs are made, which is what their ids depend on. */
const company = [
  checkout,
  catalog,
  orders,
  accounts,
  pricing,
  shipping,
  notifications,
  recommendations,
  inventory,
  invoices,
  partners,
  media,
]

/**
 * Fills a place with the demo world, as if its people had worked on it until now: every resource is made by the AWS
 * operation that makes it, each at its own instant in the past.
 */
export function seedDemo({ store, seed, settings }: Seeding, place: Place, now: number): void {
  const unit = new UnitOfWork(store, place)
  const callAt = (instant: number): Call => ({ unit, now: instant, seed, settings })
  updateAccount(callAt(now), {
    patchOperations: [
      { op: 'replace', path: '/cloudwatchRoleArn', value: `arn:aws:iam::${place.account}:role/apigateway-logs` },
    ],
  })
  for (const api of company) buildApi(callAt, withAccessLogs(place, api), now)
  buildKeys(callAt, now)
  unit.commit()
}
