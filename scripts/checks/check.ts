/** What a check found. It fails by a problem, and also when it looked at nothing: a green that saw nothing is no green. */
export interface Findings {
  /** how many files, modules or packages it looked at */
  looked: number
  of: string
  problems: string[]
}

export interface Check {
  name: string
  run: () => Promise<Findings>
}

export const problemsOf = ({ looked, of, problems }: Findings): string[] =>
  looked > 0 ? problems : [...problems, `looked at 0 ${of}`]
