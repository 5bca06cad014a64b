import { runOrders, type Orders } from './lead-stage.ts'

// Leads a stage through some states and is killed on the way: what the test starts as a process of its own.
await runOrders(JSON.parse(process.argv[2]!) as Orders)
