import { useQuery } from '@tanstack/react-query'
import { api } from '../lib/api'
import { plural } from '../lib/format'
import { Note } from '../ui/note'

const everyMs = 3_000

/** AWS takes one edit of a plan in 20 seconds for the whole account: those that wait for their turn. */
export function QueueNote({ connection }: { connection: string }) {
  const { data } = useQuery(api.plans.queue.queryOptions({ input: { connection }, refetchInterval: everyMs }))
  if (!data || data.items.length === 0) return null
  const lastMs = Math.max(...data.items.map(({ inMs }) => inMs))
  return (
    <div className="mb-3" role="status">
      <Note>
        {plural(data.items.length, 'edit')} of usage plans wait for their turn: AWS takes one in 20 seconds. The last is
        sent in about {Math.ceil(lastMs / 1000)} s.
      </Note>
    </div>
  )
}
