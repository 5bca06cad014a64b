import { createFileRoute, notFound } from '@tanstack/react-router'
import { z } from 'zod'
import { StageAddress, StageName } from '@callboard/shared-types/lib/stage-ref'
import { ApiPage } from '../../apis/api-page'
import { DeployReview } from '../../deployments/deploy-review'
import { useWhyNot } from '../../lib/why-not'
import { ApiStageActs } from '../../stages/api-stage-acts'
import { CopyDrawer } from '../../stages/copy-drawer'
import { CreateDrawer } from '../../stages/create-drawer'

const ApiAddress = StageAddress.omit({ stage: true })

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/')({
  params: {
    parse: (params) => {
      const address = ApiAddress.safeParse(params)
      if (!address.success) throw notFound()
      return address.data
    },
    stringify: (address) => address,
  },
  validateSearch: z.object({
    only: z.literal('differences').optional().catch(undefined),
    act: z.enum(['create', 'copy']).optional().catch(undefined),
    deploy: StageName.optional().catch(undefined),
  }),
  component: Api,
})

function Api() {
  const address = Route.useParams()
  const { only, deploy, act } = Route.useSearch()
  const navigate = Route.useNavigate()
  const onDeploy = (stage: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, deploy: stage }), resetScroll: false })
  const onAct = (next: typeof act) => () =>
    void navigate({ search: (search) => ({ ...search, act: next }), resetScroll: false })
  return (
    <ApiPage
      address={address}
      onlyDifferences={only === 'differences'}
      onOnlyDifferences={(next) =>
        void navigate({
          search: (search) => ({ ...search, only: next ? ('differences' as const) : undefined }),
          replace: true,
          resetScroll: false,
        })
      }
      whyNotDeploy={useWhyNot(address.connection, ['apigateway:POST', 'apigateway:PATCH'], 'Deploying')}
      onDeploy={onDeploy}
      stageActs={<ApiStageActs connection={address.connection} onCreate={onAct('create')} onCopy={onAct('copy')} />}
    >
      {act === 'create' && <CreateDrawer address={address} onClose={onAct(undefined)} />}
      {act === 'copy' && <CopyDrawer address={address} onClose={onAct(undefined)} />}
      {deploy && (
        <DeployReview key={deploy} address={{ ...address, stage: deploy }} onClose={() => onDeploy(undefined)} />
      )}
    </ApiPage>
  )
}
