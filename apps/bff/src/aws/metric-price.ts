/** US$ for one metric asked for by GetMetricData: 0.01 for 1,000 (control-plane-limits 4.5, unsure). */
export const metricUsd = 0.01 / 1_000

/** How many metrics so many US$ pay for; a millionth more for what a binary fraction leaves over. */
export const metricsFor = (usd: number): number => Math.floor(usd / metricUsd + 1e-6)
