import { createFileRoute, notFound } from '@tanstack/react-router'
import * as v from 'valibot'
import { apiAddress, searchParams, stageName } from '../../lib/search'
import { ApiPage } from '../../apis/api-page'
import { DeployReview } from '../../deployments/deploy-review'
import { useWhyNot } from '../../lib/why-not'
import { ApiStageActs } from '../../stages/api-stage-acts'
import { CopyDrawer } from '../../stages/copy-drawer'
import { CreateDrawer } from '../../stages/create-drawer'

export const Route = createFileRoute('/_app/c/$connection/$kind/$apiId/')({
  params: {
    parse: (params) => {
      const address = v.safeParse(apiAddress, params)
      if (!address.success) throw notFound()
      return address.output
    },
    stringify: (address) => address,
  },
  validateSearch: searchParams({
    only: v.literal('differences'),
    act: v.picklist(['create', 'copy']),
    deploy: stageName,
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
