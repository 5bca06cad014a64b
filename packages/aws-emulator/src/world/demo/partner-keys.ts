/** Who has keys in the demo world. `share` is of the calls that take a key; days are before the world's beginning. */
export type DemoKey = {
  name: string
  owner: string
  email: string
  plan: string
  share?: number
  disabled?: boolean
  madeDaysAgo: number
  /** Called from, and until, so many days ago. */
  calledFrom?: number
  calledUntil?: number
}

const partner = (
  name: string,
  plan: string,
  share: number,
  madeDaysAgo: number,
  more: Partial<DemoKey> = {},
): DemoKey => {
  const domain = `${(more.owner ?? name).toLowerCase().replaceAll(/[^a-z]+/g, '')}.example`
  return { name, owner: name, email: `api@${domain}`, plan, share, madeDaysAgo, ...more }
}

/** Of `partners`: who resells, how much, and since when. One is new, one has gone quiet, one hasn't begun. */
export const prodKeys: DemoKey[] = [
  partner('Northwind Travel', 'Premium', 21, 212),
  partner('Blue Heron Tours', 'Premium', 15, 188),
  partner('Atlas & Sons', 'Standard', 10.4, 201),
  partner('Meridian Retail', 'Standard', 8.6, 164),
  partner('Kite Logistics', 'Standard', 7.1, 143),
  partner('Fjord Outdoor', 'Standard', 6, 131),
  partner('Marigold Books', 'Standard', 5.2, 120),
  partner('Alder Home', 'Standard', 4.4, 97),
  partner('Lumen Lighting', 'Standard', 3.8, 88),
  partner('Quarry Stone', 'Standard', 3.1, 85),
  partner('Tern Shipping', 'Standard', 2.7, 71),
  partner('Saffron Foods', 'Standard', 2.2, 64),
  partner('Harbour Gifts', 'Standard', 3.4, 60, { calledUntil: 9 }),
  partner('Cobalt Cycles', 'Standard', 2.9, 6, { calledFrom: 5 }),
  partner('Juniper Labs', 'Trial', 1.3, 24),
  partner('Pebble Studio', 'Trial', 0.9, 17),
  partner('Wren Apps', 'Trial', 0.5, 11),
  partner('Oak Street Deli', 'Trial', 0, 2),
  partner('Vintage Vinyl', 'Standard', 0, 190, { disabled: true }),
]

export const sandboxKeys: DemoKey[] = [
  partner('Northwind Travel sandbox', 'Sandbox', 30, 214, { owner: 'Northwind Travel' }),
  partner('Atlas & Sons sandbox', 'Sandbox', 22, 203, { owner: 'Atlas & Sons' }),
  partner('Cobalt Cycles sandbox', 'Sandbox', 18, 8, { owner: 'Cobalt Cycles' }),
  partner('Juniper Labs sandbox', 'Sandbox', 12, 26, { owner: 'Juniper Labs' }),
]

const service = (name: string, share: number, madeDaysAgo: number): DemoKey => ({
  name,
  owner: 'payments',
  email: 'payments@shop.example',
  plan: 'Shop services',
  share,
  madeDaysAgo,
})

/** Of `checkout`: services of the company itself. */
export const checkoutKeys: DemoKey[] = [
  service('storefront', 62, 205),
  service('mobile-app', 31, 205),
  service('back-office', 7, 180),
]
