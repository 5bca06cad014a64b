/** Of so many stages the sparklines are asked for at once, at most. */
export const mostSparklines = 50
