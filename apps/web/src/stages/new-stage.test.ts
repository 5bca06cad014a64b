import { expect, test } from 'vitest'
import { checkForm, emptyForm } from './new-stage'

const form = { ...emptyForm, name: 'next', deploymentId: 'd1' }

test('a name is refused in the words of AWS, while it is typed', () => {
  expect(checkForm(form, ['dev'])).toMatchObject({ name: null, why: null })
  expect(checkForm({ ...form, name: 'dev' }, ['dev']).name).toBe('Stage already exists')
  expect(checkForm({ ...form, name: 'a b' }, []).name).toBe('Stage name only allows a-zA-Z0-9_')
  expect(checkForm({ ...form, name: '' }, [])).toMatchObject({ name: null, why: 'Give it a name.' })
})

test('variables are read as they are pasted, and what is bad is named', () => {
  const { variables, bad, why } = checkForm({ ...form, variables: 'a=1\nno\nb=2' }, [])
  expect(variables).toEqual({ a: '1', b: '2' })
  expect(bad).toMatchObject([{ line: 2 }])
  expect(why).toBe('Put the variables right.')
})
