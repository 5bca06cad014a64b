import type { AppError } from './app-error'

/** An error in three parts: what it is, the sentence of whoever said it, and what it means for the person. */
export interface Explained {
  title: string
  sentence: string
  meaning: string
  /** Where AWS said it: its name of the error and the request's id. */
  aws: { name: string; operation: string; requestId: string | null } | null
}

const text: Record<AppError['code'], { title: string; meaning: string }> = {
  invalid: { title: 'Not a valid request', meaning: 'Nothing was sent to AWS.' },
  unauthenticated: { title: 'Signed out', meaning: 'Sign in again to go on.' },
  forbidden: { title: 'Not allowed', meaning: 'Your role does not allow it. Nothing was sent to AWS.' },
  not_found: { title: 'Not found', meaning: 'It may have been deleted, or the address is wrong.' },
  moved: { title: 'It changed while you looked', meaning: 'Nothing was sent to AWS.' },
  guard_rail: { title: 'Stopped by a guard rail', meaning: 'Nothing was sent to AWS.' },
  aws_refused: { title: 'AWS refused', meaning: 'AWS answered and said no. The stage is as it was.' },
  aws_denied: {
    title: 'AWS denied access',
    meaning: 'The credentials Callboard runs with lack this permission. Ask whoever manages them.',
  },
  aws_throttled: {
    title: 'AWS is throttling',
    meaning: 'The account’s call limit is used up for the moment. It clears by itself; try again shortly.',
  },
  aws_unreachable: { title: 'AWS can’t be reached', meaning: 'The network, the region or the endpoint. Try again.' },
  aws_credentials: {
    title: 'AWS does not accept the credentials',
    meaning: 'They are missing, expired or wrong. This is mended where Callboard runs, not here.',
  },
  unclear: {
    title: 'It isn’t clear yet what became of it',
    meaning: 'The change was sent and no certain answer came. Don’t repeat it: the activity will say how it ended.',
  },
  read_only: {
    title: 'Callboard can’t store anything now',
    meaning: 'Its database is away, so no change is possible.',
  },
  offline: { title: 'Callboard can’t be reached', meaning: 'Its server gave no answer. Try again in a moment.' },
  unexpected: { title: 'Something went wrong in Callboard', meaning: 'The log of its server has the cause.' },
}

export function explain(error: AppError): Explained {
  const { title, meaning } = text[error.code]
  if ('data' in error && error.data && 'awsSentence' in error.data) {
    const { awsSentence, awsName, operation, requestId } = error.data
    const wait = error.code === 'aws_throttled' ? ` In about ${Math.ceil(error.data.retryAfterMs / 1000)} s.` : ''
    const aws = { name: awsName, operation, requestId }
    return { title, meaning: meaning + wait, sentence: awsSentence || error.message, aws }
  }
  if (error.code === 'invalid') {
    const issues = error.data?.issues?.map((issue) => (issue.path ? `${issue.path}: ${issue.message}` : issue.message))
    return { title, meaning, sentence: issues?.join(' · ') || error.message, aws: null }
  }
  if (error.code === 'offline') return { title, meaning, sentence: '', aws: null }
  return { title, meaning, sentence: error.message, aws: null }
}
