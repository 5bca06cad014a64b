import './require-node.js'
import { buildWeb } from './build-web.ts'

await buildWeb()
await import('../apps/bff/src/main.ts')
