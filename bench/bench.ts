import { benchCalls } from './calls.ts'
import { benchCharts } from './charts.ts'
import { benchDataPlane } from './data-plane.ts'
import { benchEmulator } from './emulator.ts'
import { benchKeys } from './keys.ts'
import { benchLighthouse } from './lighthouse.ts'
import { benchObservability } from './observability.ts'
import { benchWeb } from './web.ts'

/** The benchmarks by name; each answers false where its figure isn't reached. */
const benches: Record<string, () => Promise<boolean>> = {
  calls: benchCalls,
  'data-plane': benchDataPlane,
  emulator: benchEmulator,
  keys: benchKeys,
  observability: benchObservability,
  web: async () => {
    const looked = await benchLighthouse()
    const charts = await benchCharts()
    return (await benchWeb()) && charts && looked
  },
  charts: benchCharts,
  lighthouse: benchLighthouse,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}
let reached = true
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) reached = (await benches[name]!()) && reached
process.exit(reached ? 0 : 1)
