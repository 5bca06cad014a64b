import { skipToken, useQuery } from '@tanstack/react-query'
import type { ApiKind } from '@callboard/shared-types/lib/stage-ref'
import { api } from '../lib/api'
import { Failure } from '../ui/failure'
import { PageHead, useTitle } from '../ui/page'
import { Panel } from '../ui/panel'
import { Loading, Skeleton } from '../ui/skeleton'
import { WhyAnswer } from './why-answer'
import { WhyForm, type WhyAsked } from './why-form'

interface WhyPageProps {
  connection: string
  asked: WhyAsked
  onAsk: (change: Partial<WhyAsked>) => void
}

/** The address of the stage that was chosen, `apiId/stage`. */
function addressOf(connection: string, { at }: WhyAsked) {
  const [apiId, stage] = at?.split('/') ?? []
  return apiId && stage ? { connection, kind: 'rest' as ApiKind, apiId, stage } : null
}

/** Why 403, why 429: what the gateway answers to a request with a key, link by link. */
export function WhyPage({ connection, asked, onAsk }: WhyPageProps) {
  useTitle('Why 403? Why 429?')
  const address = addressOf(connection, asked)
  const { method, path, key } = asked
  const complete = address !== null && path.startsWith('/') && key !== undefined
  const { data, error, isFetching, refetch } = useQuery(
    api.keys.why.queryOptions({
      input: complete ? { ...address, method, path, ...(key !== 'unknown' && { keyId: key }) } : skipToken,
      refetchInterval: 15_000,
    }),
  )
  return (
    <>
      <PageHead
        title="Why 403? Why 429?"
        note="What the gateway answers to a request with an API key, and what its answer comes from"
      />
      <div className="grid items-start gap-3 lg:grid-cols-[340px_minmax(0,1fr)]">
        <Panel title="The request">
          <WhyForm connection={connection} asked={asked} onAsk={onAsk} />
        </Panel>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : data && complete ? (
          <WhyAnswer connection={connection} at={address} why={data} />
        ) : (
          <Panel>
            {complete && isFetching ? (
              <>
                <Loading what="the walk" />
                <Skeleton className="h-80 w-full" />
              </>
            ) : (
              <p className="text-ink-2 py-6 text-center">
                Choose a stage, say what is called, and which key comes with it.
              </p>
            )}
          </Panel>
        )}
      </div>
    </>
  )
}
