import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyView } from '@callboard/shared-types/keys/keys.schemas'
import { toInstant } from '@callboard/shared-types/lib/instant'
import { api, client } from '../lib/api'
import { useWorldNow } from '../lib/world-clock'
import { Button } from '../ui/button'
import { Drawer } from '../ui/drawer'
import { Failure } from '../ui/failure'
import { TextField } from '../ui/text-field'

interface ExpireDrawerProps {
  connection: string
  view: KeyView
  onClose: () => void
}

const dayMs = 86_400_000

/** Says on which day a key ends. Nothing is sent to AWS before. */
export function ExpireDrawer({ connection, view: { key }, onClose }: ExpireDrawerProps) {
  const now = useWorldNow()
  const queries = useQueryClient()
  const [day, setDay] = useState(() => toInstant(now + 90 * dayMs).slice(0, 10))
  const atMs = Date.parse(`${day}T00:00:00Z`)
  const wrong = Number.isNaN(atMs) ? 'A day, please.' : atMs <= now ? 'That is past.' : null
  const set = useMutation({
    mutationFn: () => client.keys.expire({ connection, keyId: key.id, at: toInstant(atMs) }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.keys.key() })
      onClose()
    },
  })
  return (
    <Drawer
      title={`When ${key.name || key.id} ends`}
      subtitle="the clock disables it then, as a change of its own; nothing is sent to AWS before"
      onClose={onClose}
      footer={
        <>
          <Button look="primary" why={wrong} onClick={() => set.mutate()}>
            It ends then
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <TextField
        label="Disabled at midnight UTC when this day begins"
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
        error={wrong}
        className="w-44"
      />
      {set.error && <Failure error={set.error} />}
    </Drawer>
  )
}
