/** Loaded into a story's Callboard before all else: its process clock is ahead by as much as the story let go by. */
const realNow = Date.now
let passedMs = 0

Date.now = () => realNow() + passedMs

process.on('message', ({ passMs }: { passMs: number }) => {
  passedMs += passMs
  process.send?.({ passedMs })
})
process.channel?.unref()
