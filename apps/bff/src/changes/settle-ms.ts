/** How long AWS may go on showing the state of before (the architecture's read-back). */
export const settleMs = 10_000
