/**
 * Loaded into a story's Callboard before all else. It begins at three in the morning of a Tuesday, whenever it is run: what
 * a stage's callers do is a function of the time, and in one run of a hundred the alarm of a story fired by itself. And it
 * is ahead by as much as the story let go by.
 */
const realNow = Date.now
const beginsAt = Date.UTC(2026, 10, 24, 3)
const beganAt = Number(process.env.STORY_BEGAN_AT)
let passedMs = 0

Date.now = () => beginsAt + (realNow() - beganAt) + passedMs

process.on('message', ({ passMs }: { passMs: number }) => {
  passedMs += passMs
  process.send?.({ passedMs })
})
process.channel?.unref()
