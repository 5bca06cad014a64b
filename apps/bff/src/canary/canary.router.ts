import { inside } from '../lib/endpoints.ts'
import { abortCanary } from './abort-canary.ts'
import { canaryFigures } from './canary-figures.ts'
import { configureCanary } from './configure-canary.ts'
import { getCanary } from './get-canary.ts'
import { promoteCanary } from './promote-canary.ts'
import { removeCanary } from './remove-canary.ts'
import { setShare } from './set-share.ts'
import { startCanary } from './start-canary.ts'

export const canaryRouter = {
  get: inside.canary.get.handler(({ context, input }) => getCanary(context, input)),
  figures: inside.canary.figures.handler(({ context, input }) => canaryFigures(context, input)),
  start: inside.canary.start.handler(({ context, input }) => startCanary(context, input)),
  setShare: inside.canary.setShare.handler(({ context, input }) => setShare(context, input)),
  abort: inside.canary.abort.handler(({ context, input }) => abortCanary(context, input)),
  configure: inside.canary.configure.handler(({ context, input }) => configureCanary(context, input)),
  promote: inside.canary.promote.handler(({ context, input }) => promoteCanary(context, input)),
  remove: inside.canary.remove.handler(({ context, input }) => removeCanary(context, input)),
}
