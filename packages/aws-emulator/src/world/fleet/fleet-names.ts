const domains = [
  'account',
  'billing',
  'cart',
  'catalog',
  'claims',
  'content',
  'customer',
  'device',
  'fraud',
  'freight',
  'identity',
  'inventory',
  'invoice',
  'ledger',
  'loyalty',
  'market',
  'media',
  'order',
  'partner',
  'payment',
  'pricing',
  'returns',
  'search',
  'store',
  'tax',
]

const things = [
  'admin',
  'alerts',
  'api',
  'audit',
  'batch',
  'cache',
  'docs',
  'events',
  'export',
  'feed',
  'gateway',
  'hooks',
  'import',
  'jobs',
  'mobile',
  'portal',
  'reports',
  'rules',
  'sync',
  'web',
]

/** A name for each API of the fleet, and the domain it begins with: 500 pairs of words, then with a number. */
export function fleetName(index: number): { name: string; domain: string } {
  const domain = domains[index % domains.length] ?? ''
  const thing = things[Math.floor(index / domains.length) % things.length] ?? ''
  const round = Math.floor(index / (domains.length * things.length))
  return { name: round === 0 ? `${domain}-${thing}` : `${domain}-${thing}-${round + 1}`, domain }
}
