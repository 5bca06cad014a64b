import { inside } from '../lib/endpoints.ts'
import { breakDown } from './break-down.ts'
import { getLogs } from './get-logs.ts'
import { readLines } from './read-lines.ts'
import { setRetention } from './set-retention.ts'
import { traceRequest } from './trace-request.ts'

export const logsRouter = {
  get: inside.logs.get.handler(({ context, input }) => getLogs(context, input)),
  lines: inside.logs.lines.handler(({ context, input }) => readLines(context, input)),
  request: inside.logs.request.handler(({ context, input }) => traceRequest(context, input)),
  setRetention: inside.logs.setRetention.handler(({ context, input }) => setRetention(context, input)),
  breakdown: inside.logs.breakdown.handler(({ context, input, signal }) => breakDown(context, input, signal)),
}
