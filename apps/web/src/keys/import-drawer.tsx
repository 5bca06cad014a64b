import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RefusedRows, type ImportRow } from '@callboard/shared-types/keys/import.schemas'
import { ReviewDrawer } from '../changes/review-drawer'
import { client } from '../lib/api'
import { count, plural } from '../lib/format'
import { Drawer } from '../ui/drawer'
import { Failure } from '../ui/failure'
import { Note } from '../ui/note'
import { ReviewFooter } from '../ui/review-footer'
import { Loading, Skeleton } from '../ui/skeleton'
import { Status } from '../ui/status'
import { Table, Td, Th } from '../ui/table'

/** So many rows with something to say are drawn. */
const mostShown = 200

/** Takes a CSV file, tells row by row what would become of it, and then reviews it. */
export function ImportDrawer({ connection, onClose }: { connection: string; onClose: () => void }) {
  const [file, setFile] = useState<{ name: string; csv: string } | null>(null)
  const [reviewing, setReviewing] = useState(false)
  // What was read of the file goes with the drawer: no cache keeps a value.
  const judged = useQuery({
    queryKey: ['import', connection, file?.name, file?.csv.length],
    queryFn: async () => (await client.keys.import({ connection, csv: file!.csv, dryRun: true })).rows,
    enabled: file !== null,
    staleTime: Infinity,
    gcTime: 0,
  })
  if (reviewing && file)
    return (
      <ReviewDrawer
        id={`key/${connection}/import`}
        title="Import API keys"
        write={async (input, choices) => {
          const refused = RefusedRows.safeParse(choices['refused']).data
          const { plan, change } = await client.keys.import({ connection, csv: file.csv, refused, ...input })
          return { plan, change }
        }}
        onClose={onClose}
      />
    )
  const rows = judged.data
  const good = rows?.some(({ verdict }) => verdict !== 'refused') ?? false
  return (
    <Drawer
      title="Import API keys"
      subtitle="from a CSV file with the columns name and key; description, enabled and usagePlanIds if you like"
      onClose={onClose}
      footer={
        <ReviewFooter
          why={good ? null : 'Choose a file with rows that hold first.'}
          onReview={() => setReviewing(true)}
          onCancel={onClose}
        />
      }
    >
      <label className="flex flex-col gap-1">
        <span className="text-ink-2 text-xs">CSV file, up to 5,000 keys</span>
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen) void chosen.text().then((csv) => setFile({ name: chosen.name, csv }))
          }}
          className="border-line-strong/60 bg-panel file:border-line file:bg-sunken file:text-ink w-full rounded-md border text-sm file:mr-3 file:border-0 file:border-r file:px-3 file:py-1.5"
        />
      </label>
      {judged.error && <Failure error={judged.error} />}
      {file && judged.isPending && (
        <>
          <Loading what="what would become of each row" />
          <Skeleton className="h-40 w-full" />
        </>
      )}
      {rows && <Report rows={rows} />}
    </Drawer>
  )
}

function Report({ rows }: { rows: ImportRow[] }) {
  const of = (verdict: ImportRow['verdict']) => rows.filter((row) => row.verdict === verdict)
  const [fresh, over, refused] = [of('new'), of('overwrites'), of('refused')]
  const told = [...refused, ...over]
  return (
    <>
      <p className="flex flex-wrap gap-x-4 gap-y-1" role="status">
        <Status icon="ok" tone="ok">
          {count(fresh.length)} new
        </Status>
        {over.length > 0 && (
          <Status icon="warn" tone="warn">
            {count(over.length)} overwrite a key
          </Status>
        )}
        {refused.length > 0 && (
          <Status icon="bad" tone="bad">
            {count(refused.length)} refused
          </Status>
        )}
      </p>
      {told.length === 0 ? (
        <Note>Every row holds. Nothing was sent to AWS yet.</Note>
      ) : (
        <div
          className="border-line-soft max-h-96 overflow-y-auto rounded-md border"
          tabIndex={0}
          role="region"
          aria-label="Rows"
        >
          <Table className="text-xs" aria-label="Rows of the file">
            <thead className="bg-panel sticky top-0">
              <tr>
                <Th>Line</Th>
                <Th>Name</Th>
                <Th>What would become of it</Th>
              </tr>
            </thead>
            <tbody>
              {told.slice(0, mostShown).map(({ line, name, verdict, text }) => (
                <tr key={line}>
                  <Td>{line}</Td>
                  <Td className="max-w-36 truncate">{name}</Td>
                  <Td className={verdict === 'refused' ? 'text-bad' : 'text-warn'}>{text}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          {told.length > mostShown && (
            <p className="text-ink-3 p-2 text-xs">and {plural(told.length - mostShown, 'more row')}</p>
          )}
        </div>
      )}
    </>
  )
}
