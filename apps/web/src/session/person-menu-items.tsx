import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Session } from '@callboard/shared-types/session/session.schemas'
import { api } from '../lib/api'
import { usePerson } from '../lib/person'
import { setPreference, themes, usePreferences, zones, type Theme, type Zone } from '../lib/preferences'
import { MenuAction, MenuChoice, MenuLink, MenuSeparator } from '../ui/menu-items'

const themeNames: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'As the system' }
const zoneNames: Record<Zone, string> = { local: 'Local time', utc: 'UTC' }

/** The ways to be someone else, to leave, and to see it differently. */
export default function PersonMenuItems({ onLeft }: { onLeft: (session: Session) => void }) {
  const person = usePerson()
  const queries = useQueryClient()
  const { theme, zone } = usePreferences()
  const session = useQuery(api.session.get.queryOptions({ staleTime: Infinity }))
  const start = useMutation(
    api.session.start.mutationOptions({
      onSuccess: (entered) => {
        queries.setQueryData(api.session.get.queryKey(), entered)
        void queries.invalidateQueries()
      },
    }),
  )
  const leave = useMutation(api.session.end.mutationOptions({ onSuccess: onLeft }))
  const people =
    session.data?.people.map(({ subject, name, role }) => ({ value: subject, label: `${name} · ${role}` })) ?? []
  return (
    <>
      {people.length > 0 && (
        <>
          <MenuChoice
            label="Person"
            value={person.subject}
            options={people}
            onChoose={(subject) => start.mutate({ subject })}
          />
          <MenuSeparator />
        </>
      )}
      <MenuChoice
        label="Theme"
        value={theme}
        options={themes.map((value) => ({ value, label: themeNames[value] }))}
        onChoose={(value) => setPreference({ theme: value })}
      />
      <MenuSeparator />
      <MenuChoice
        label="Times"
        value={zone}
        options={zones.map((value) => ({ value, label: zoneNames[value] }))}
        onChoose={(value) => setPreference({ zone: value })}
      />
      <MenuSeparator />
      <MenuLink href="/api/docs">
        <span className="w-3.5" /> Callboard’s own API
      </MenuLink>
      <MenuAction onClick={() => leave.mutate({})}>
        <span className="w-3.5" /> Leave
      </MenuAction>
    </>
  )
}
