/** A canary that nobody touched for so long was forgotten rather than is watched. */
export const staleCanaryMs = 7 * 86_400_000
