import { useState, type SyntheticEvent } from 'react'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

interface PasswordFormProps {
  /** Why the last password wasn't taken, or null. */
  refusal: string | null
  busy: boolean
  onEnter: (password: string) => void
}

/** The one admin's way in. */
export function PasswordForm({ refusal, busy, onEnter }: PasswordFormProps) {
  const [password, setPassword] = useState('')
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (password && !busy) onEnter(password)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextField label="Name" name="username" value="admin" readOnly autoComplete="username" />
      <TextField
        label="Password"
        name="password"
        type="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={refusal}
        maxLength={1_000}
        autoComplete="current-password"
      />
      <Button type="submit" look="primary" aria-busy={busy} why={password ? null : 'Type the password.'}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
