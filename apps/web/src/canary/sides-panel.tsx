import { Link } from '@tanstack/react-router'
import type { CanarySide, CanaryView } from '@callboard/shared-types/canary/canary.schemas'
import type { StageAddress } from '@callboard/shared-types/lib/stage-ref'
import { noData } from '../lib/format'
import { Panel } from '../ui/panel'
import { RowHead, Table, Td, Th } from '../ui/table'
import { Age } from '../ui/when'

/** What each side runs: deployment, variables, cache. */
export function SidesPanel({ address, canary: view }: { address: StageAddress; canary: CanaryView }) {
  const { base, canary, overrides } = view
  if (!canary) return null
  const names = [...new Set([...Object.keys(base.variables), ...Object.keys(canary.variables)])].toSorted()
  const differ = base.deployment?.id !== canary.deployment?.id
  return (
    <Panel flush title="What each side runs" className="overflow-x-auto">
      <Table aria-label="What each side runs">
        <thead>
          <tr>
            <Th>
              <span className="sr-only">What</span>
            </Th>
            <Th>Base</Th>
            <Th>Canary</Th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <RowHead>Deployment</RowHead>
            <Td>
              <Deployment side={base} />
            </Td>
            <Td>
              <Deployment side={canary} />
            </Td>
          </tr>
          <tr>
            <RowHead>Stage cache</RowHead>
            <Td className="text-ink-2">the stage’s own</Td>
            <Td>
              {view.useStageCache ? (differ ? 'used, with entries of its own' : 'shared with the base') : 'bypassed'}
            </Td>
          </tr>
          {names.map((name) => (
            <tr key={name}>
              <RowHead className="font-mono text-xs">{name}</RowHead>
              <Td className="font-mono text-xs wrap-anywhere">{base.variables[name] ?? noData}</Td>
              <Td className="font-mono text-xs wrap-anywhere">
                {canary.variables[name]}{' '}
                {Object.hasOwn(overrides, name) ? (
                  <b className="text-canary-ink font-sans">override</b>
                ) : (
                  <span className="text-ink-3 font-sans">from the stage</span>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {differ && base.deployment && canary.deployment && (
        <p className="px-3.5 py-2 text-xs">
          <Link
            to="/c/$connection/$kind/$apiId/stages/$stage/deployments"
            params={address}
            search={{ compare: `${base.deployment.id},${canary.deployment.id}` }}
            className="text-accent hover:underline"
          >
            Compare the two deployments
          </Link>
        </p>
      )}
    </Panel>
  )
}

const Deployment = ({ side: { deployment } }: { side: CanarySide }) =>
  deployment ? (
    <>
      <span className="font-mono text-xs">{deployment.name}</span>{' '}
      {deployment.createdAt && (
        <span className="text-ink-3 text-xs">
          <Age at={deployment.createdAt} />
        </span>
      )}
    </>
  ) : (
    <span className="text-ink-3">none</span>
  )
