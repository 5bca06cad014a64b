import { useLive } from '../lib/live'

/** A thin line while the server is away; the pages keep what they had. */
export function Reconnecting() {
  const live = useLive()
  return (
    <div role="status">
      {!live && (
        <div className="bg-warn-weak text-warn animate-[appear_300ms_700ms_backwards] px-5 py-1 text-center text-xs">
          Reconnecting to Callboard… What you see is the last that was known.
        </div>
      )}
    </div>
  )
}
