import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { refetch } from './refetch'

/** A list that is shown, and whose answers are given by hand. */
function shownList() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const answers: ((items: string[]) => void)[] = []
  const queryFn = () => new Promise<string[]>((resolve) => answers.push(resolve))
  const observer = new QueryObserver(queries, { queryKey: ['list'], queryFn })
  const stop = observer.subscribe(() => {})
  return { queries, answers, stop, shown: () => observer.getCurrentResult().data }
}

test('what happens while a list is fetched for the first time is in what is shown', async () => {
  const { queries, answers, stop, shown } = shownList()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  const done = refetch(queries, { queryKey: ['list'] })
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[0]!(['before'])
  answers[1]!(['before', 'after'])
  await done
  expect(shown()).toEqual(['before', 'after'])
  stop()
})

test('what is shown already stays until the new answer is there', async () => {
  const { queries, answers, stop, shown } = shownList()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers[0]!(['before'])
  await vi.waitFor(() => expect(shown()).toEqual(['before']))
  const done = refetch(queries, { queryKey: ['list'] })
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  expect(shown()).toEqual(['before'])
  answers[1]!(['after'])
  await done
  expect(shown()).toEqual(['after'])
  stop()
})
