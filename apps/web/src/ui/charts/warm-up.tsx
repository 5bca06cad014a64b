import { useQueued } from './draw-queue'
import { Drawing, type Drawn } from './drawing'

const line = (label: string) => ({
  label,
  color: 'black',
  series: { from: '2000-01-01T00:00:00.000Z', periodSeconds: 60, values: [0, 1, null, 1] },
})
const from = Date.parse('2000-01-01T00:00:00.000Z')

const sample: Drawn = {
  lines: [line('a'), line('b')],
  span: { from, to: from + 240_000, periodSeconds: 60, unfinishedFrom: from + 240_000 },
  width: 100,
  height: 100,
  floor: undefined,
  axisFormat: String,
  zone: 'utc',
}

/** The first drawing compiles the library's code, which takes longer than drawing: it's done while data are on their way. */
export function WarmUp() {
  const drawn = useQueued(sample)
  return (
    <div hidden aria-hidden>
      {drawn && <Drawing drawn={drawn} />}
    </div>
  )
}
