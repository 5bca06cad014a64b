import { skipToken, useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ApiKind } from '@callboard/shared-types/lib/stage-ref'
import type { Session } from '@callboard/shared-types/session/session.schemas'
import { api } from '../lib/api'
import { useConnections } from '../lib/connections'
import { setPreference, themes, type Theme } from '../lib/preferences'
import { useWhyNot } from '../lib/why-not'
import type { Command } from '../ui/command-match'

const themeNames: Record<Theme, string> = { light: 'Light theme', dark: 'Dark theme', system: 'Theme as the system' }

/** Everything that can be gone to or done from where the person is: what is at hand comes first. */
export function useCommands(onLeft: (session: Session) => void): Command[] {
  const ofStage = useStageCommands()
  const places = usePlaceCommands()
  const leave = useMutation(api.session.end.mutationOptions({ onSuccess: onLeft }))
  const themed = themes.map((theme): Command => ({
    id: `theme-${theme}`,
    group: 'Action',
    title: themeNames[theme],
    run: () => setPreference({ theme }),
  }))
  const signOut: Command = { id: 'sign-out', group: 'Action', title: 'Sign out', run: () => leave.mutate({}) }
  return [...ofStage, ...places, ...themed, signOut]
}

/** What can be done with the stage that is open. */
function useStageCommands(): Command[] {
  const navigate = useNavigate()
  const { connection = '', kind, apiId, stage } = useParams({ strict: false })
  const address = connection && kind && apiId && stage ? { connection, kind: kind as ApiKind, apiId, stage } : undefined
  const whyNotRoll = useWhyNot(connection, ['apigateway:PATCH'], 'Rolling back')
  const whyNotDeploy = useWhyNot(connection, ['apigateway:POST', 'apigateway:PATCH'], 'Deploying')
  const whyNotCopy = useWhyNot(connection, ['apigateway:PATCH'], 'Copying settings')
  const whyNotDelete = useWhyNot(connection, ['apigateway:DELETE'], 'Deleting')
  const { data } = useQuery(api.deployments.list.queryOptions({ input: address ?? skipToken }))
  if (!address) return []
  const openOver = (act: 'copy' | 'delete') => void navigate({ to: '.', search: (search) => ({ ...search, act }) })
  const open = (search: { rollBack: string } | { deploy: boolean }) =>
    void navigate({ to: '/c/$connection/$kind/$apiId/stages/$stage/deployments', params: address, search })
  const deploy: Command = {
    id: 'deploy',
    group: 'Action',
    title: `Deploy now to ${address.stage}…`,
    why: whyNotDeploy,
    run: () => open({ deploy: true }),
  }
  const copy: Command = {
    id: 'copy-settings',
    group: 'Action',
    title: `Copy settings onto ${address.stage}…`,
    why: whyNotCopy,
    run: () => openOver('copy'),
  }
  const remove: Command = {
    id: 'delete-stage',
    group: 'Action',
    title: `Delete the stage ${address.stage}…`,
    why: whyNotDelete,
    run: () => openOver('delete'),
  }
  const rest = [deploy, copy, remove]
  const live = data?.items.findIndex(({ liveOn }) => liveOn.includes(address.stage)) ?? -1
  const before = live >= 0 ? data?.items[live + 1] : undefined
  if (!before) return rest
  const rollBack: Command = {
    id: 'roll-back',
    group: 'Action',
    title: `Roll back ${address.stage} to ${before.label ?? before.id}…`,
    note: 'the one before live',
    why: whyNotRoll,
    run: () => open({ rollBack: before.id }),
  }
  return [rollBack, ...rest]
}

/** Pages, APIs and stages. */
function usePlaceCommands(): Command[] {
  const navigate = useNavigate()
  const names = useConnections().data?.items.map(({ name }) => name) ?? []
  const fleets = useQueries({
    queries: names.map((connection) => api.apis.fleet.queryOptions({ input: { connection }, staleTime: 30_000 })),
  })
  const keyLists = useQueries({
    queries: names.map((connection) => api.keys.list.queryOptions({ input: { connection }, staleTime: 60_000 })),
  })
  const planLists = useQueries({
    queries: names.map((connection) => api.plans.list.queryOptions({ input: { connection }, staleTime: 60_000 })),
  })
  const rows = fleets.flatMap(({ data }, index) =>
    (data?.rows ?? []).map((row) => ({ ...row, connection: names[index]! })),
  )
  const page = (
    title: string,
    to: '/' | '/keys' | '/plans' | '/activity' | '/connections' | '/wall',
    keys: string,
  ): Command => ({
    id: to,
    group: 'Page',
    title,
    note: keys,
    run: () => void navigate({ to }),
  })
  const apis = new Map(rows.map((row) => [`${row.connection}/${row.apiId}`, row]))
  return [
    page('Fleet', '/', 'g f'),
    page('API keys', '/keys', 'g k'),
    page('Usage plans', '/plans', 'g p'),
    page('Activity', '/activity', 'g a'),
    page('Connections', '/connections', 'g c'),
    page('Wall of the production stages', '/wall', ''),
    ...rows.map(({ connection, kind, apiId, apiName, stage }): Command => ({
      id: `stage/${connection}/${apiId}/${stage}`,
      group: 'Stage',
      title: `${apiName} ${stage}`,
      note: names.length > 1 ? connection : apiId,
      run: () =>
        void navigate({
          to: '/c/$connection/$kind/$apiId/stages/$stage/overview',
          params: { connection, kind, apiId, stage },
        }),
    })),
    ...planLists.flatMap(({ data }, index) =>
      (data?.items ?? []).map(({ id, name }): Command => ({
        id: `plan/${names[index]}/${id}`,
        group: 'Plan',
        title: name,
        note: id,
        run: () =>
          void navigate({
            to: '/c/$connection/plans/$planId',
            params: { connection: names[index]!, planId: id },
          }),
      })),
    ),
    ...keyLists.flatMap(({ data }, index) =>
      (data?.items ?? []).map(({ id, name }): Command => ({
        id: `key/${names[index]}/${id}`,
        group: 'Key',
        title: name || id,
        note: id,
        run: () =>
          void navigate({ to: '/c/$connection/keys/$keyId', params: { connection: names[index]!, keyId: id } }),
      })),
    ),
    ...[...apis.values()].map(({ connection, kind, apiId, apiName }): Command => ({
      id: `api/${connection}/${apiId}`,
      group: 'API',
      title: apiName,
      note: names.length > 1 ? connection : apiId,
      run: () => void navigate({ to: '/c/$connection/$kind/$apiId', params: { connection, kind, apiId } }),
    })),
  ]
}
