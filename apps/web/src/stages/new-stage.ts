import { stageNameProblem } from '@callboard/shared-types/stages/stage-rules'
import { variableCountProblem } from '@callboard/shared-types/variables/variable-rules'
import { parsePasted, type BadLine } from '../lib/parse-pasted'

/** What is typed of a stage that isn't made yet. */
export interface NewStageForm {
  name: string
  deploymentId: string
  description: string
  /** Lines of .env, or JSON. */
  variables: string
}

export const emptyForm: NewStageForm = { name: '', deploymentId: '', description: '', variables: '' }

interface Checked {
  /** What is wrong with the name, in AWS's words where it has some. */
  name: string | null
  variables: Record<string, string>
  bad: BadLine[]
  /** Why it can't be reviewed yet, or null. */
  why: string | null
}

/** @param taken names of the stages that the API has */
export function checkForm({ name, deploymentId, variables: text }: NewStageForm, taken: string[]): Checked {
  const { good, bad } = parsePasted(text)
  const variables = Object.fromEntries(good.map((of) => [of.name, of.value]))
  const problem = taken.includes(name) ? 'Stage already exists' : stageNameProblem(name)
  const many = variableCountProblem(good.length)
  const why =
    name === ''
      ? 'Give it a name.'
      : (problem ??
        many ??
        (deploymentId === '' ? 'Choose what it runs.' : bad.length > 0 ? 'Put the variables right.' : null))
  return { name: name === '' ? null : problem, variables, bad, why }
}
