import { inside } from '../lib/endpoints.ts'
import { compareMoments } from './compare-moments.ts'
import { getMoment } from './get-moment.ts'
import { listMoments } from './list-moments.ts'
import { restore } from './restore.ts'

export const historyRouter = {
  list: inside.history.list.handler(({ context, input }) => listMoments(context, input)),
  get: inside.history.get.handler(({ context, input }) => getMoment(context, input)),
  compare: inside.history.compare.handler(({ context, input }) => compareMoments(context, input)),
  restore: inside.history.restore.handler(({ context, input }) => restore(context, input)),
}
