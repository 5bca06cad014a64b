/** While the access log is being counted: a query that nobody asks about ends after some seconds. */
export const askAgainMs = 1_000
