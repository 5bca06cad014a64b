import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Change } from '@callboard/shared-types/changes/change.schemas'
import type { Plan } from '@callboard/shared-types/changes/plan.schemas'
import { api } from '../lib/api'
import { toAppError } from '../lib/app-error'
import { refetchChanged, refetchTarget } from '../lib/live'
import { movedBetween } from './moved'
import { useDraft } from './use-draft'
import type { Write } from './write'

/** A text the verb takes, asked before the plan; the answer goes to `write` beside the choices. */
export interface Ask {
  /** The name of the input. */
  input: string
  label: string
  hint: string
  maxLength: number
}

/** The plan follows what is typed once the typing rests. */
const restMs = 400

export const askDraft = (id: string, ask: Ask | undefined): string => `${id}/${ask?.input ?? ''}`

/**
 * One review: the plan as it is now, what the person typed, and the one call that does it. When the stage moves, seen on
 * the click or before it, nothing is sent until the person has looked at what moved.
 * @param id names the review, so that its draft is found again
 */
export function useReview(id: string, write: Write, onDone: (change: Change) => void, ask?: Ask) {
  const queries = useQueryClient()
  const [asked, setAsked] = useDraft(askDraft(id, ask))
  const [choices, setChoices] = useState<Record<string, string>>(ask && asked ? { [ask.input]: asked.trim() } : {})
  const [reason, setReason] = useDraft(id)
  const [confirm, setConfirm] = useState('')
  const [looked, setLooked] = useState<Plan | null>(null)
  const [movedFields, setMovedFields] = useState<string[]>([])

  const input = ask?.input
  const settling = input !== undefined && asked.trim() !== (choices[input] ?? '')
  useEffect(() => {
    if (!settling) return
    const timer = setTimeout(() => setChoices((before) => ({ ...before, [input]: asked.trim() })), restMs)
    return () => clearTimeout(timer)
  }, [settling, input, asked])

  const act = useMutation({
    mutationFn: (plan: Plan) =>
      write(
        { dryRun: false, reason, seen: plan.seen, ...(plan.confirm !== null && { confirm: confirm.trim() }) },
        choices,
      ),
    onSuccess: ({ change }) => {
      // The event stream says it as well, but it may be away just now.
      if (change) refetchChanged(queries, change)
      if (change?.status === 'done') onDone(change)
    },
    onError: (error, present) => {
      const refusal = toAppError(error)
      // What AWS denied is known there, and disables what needs it.
      if (refusal.code === 'aws_denied') void queries.invalidateQueries({ queryKey: api.connections.key() })
      if (refusal.code !== 'moved') return
      setMovedFields(refusal.data.fields)
      if (refusal.data.plan) queries.setQueryData(queryKey, refusal.data.plan)
      void refetchTarget(queries, present.target)
    },
  })

  const queryKey = ['review', id, choices]
  const review = useQuery({
    queryKey,
    queryFn: async () => (await write({ dryRun: true, reason: '' }, choices)).plan,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: 'always',
    // What it does itself isn't somebody else's change.
    enabled: !act.isPending && !act.isSuccess,
  })

  const plan = review.data ?? null
  if (plan && !looked) setLooked(plan)

  const moved = plan && looked ? movedBetween(looked, plan) : []
  for (const field of movedFields) {
    if (!moved.some((known) => known.field === field)) moved.push({ field, label: field, before: null, after: null })
  }
  return {
    plan,
    review,
    act,
    moved,
    ask,
    asked,
    setAsked,
    /** What was typed isn't in the plan yet. */
    settling,
    reason,
    setReason,
    confirm,
    setConfirm,
    choices,
    choose: (input: string, value: string) => setChoices({ ...choices, [input]: value }),
    acceptPresent: () => {
      setLooked(plan)
      setMovedFields([])
      setConfirm('')
      act.reset()
    },
  }
}

export type ReviewState = ReturnType<typeof useReview>
