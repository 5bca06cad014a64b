/**
 * What a property of a JSON line must be for the line to count, whatever else is asked of it: lines that can't fit needn't be
 * written to be passed over. The path is such as `status` or `error.code`.
 */
export type Need = { path: string; fits(value: string | number): boolean }

/** Lines that aren't wanted: they are counted, and not written. */
export type Only = { needs: Need[]; onPassedOver?(lines: number, bytes: number): void }
