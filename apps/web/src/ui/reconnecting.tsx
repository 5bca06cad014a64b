import { useLive } from '../lib/live'

/** A thin line while the server is away; the pages keep what they had. */
export function Reconnecting() {
  const live = useLive()
  return (
    <div role="status" className="relative h-0">
      {!live && (
        <div className="bg-warn-weak text-warn absolute inset-x-0 top-0 animate-[appear_300ms_1s_backwards] px-5 py-0.5 text-center text-xs">
          Reconnecting to Callboard… What you see is the last that was known.
        </div>
      )}
    </div>
  )
}
