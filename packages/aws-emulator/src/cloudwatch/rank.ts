/**
 * The percentile rule, once for all: by nearest rank, over the values themselves. How CloudWatch interpolates isn't
 * documented, so this is guessed. The epsilon keeps `0.29 * 100` from being 29.000000000000004.
 */
export const rankOf = (percent: number, count: number): number =>
  Math.min(count, Math.max(1, Math.ceil((percent / 100) * count - 1e-9)))
