import { inside } from '../lib/endpoints.ts'
import { compareDeployments } from './compare-deployments.ts'
import { deleteDeployment } from './delete-deployment.ts'
import { deployNow } from './deploy-now.ts'
import { listDeployments } from './list-deployments.ts'
import { listRoutes } from './list-routes.ts'
import { rollBack } from './roll-back.ts'

export const deploymentsRouter = {
  list: inside.deployments.list.handler(({ context, input }) => listDeployments(context, input)),
  compare: inside.deployments.compare.handler(({ context, input }) => compareDeployments(context, input)),
  routes: inside.deployments.routes.handler(({ context, input }) => listRoutes(context, input)),
  deployNow: inside.deployments.deployNow.handler(({ context, input }) => deployNow(context, input)),
  delete: inside.deployments.delete.handler(({ context, input }) => deleteDeployment(context, input)),
  rollBack: inside.deployments.rollBack.handler(({ context, input }) => rollBack(context, input)),
}
