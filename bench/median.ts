/** @param values at least one; of an even number, the higher of the two in the middle */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
