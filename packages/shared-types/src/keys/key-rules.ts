/** AWS's bounds of a key's value, in characters (usage plan facts, 3.6). */
export const valueLength = { least: 20, most: 128 }

/** AWS's bounds of texts, in characters. */
export const longestName = 1024
export const longestDescription = 125_000

/** The tags that say whose key it is. */
export const ownerTag = 'owner'
export const emailTag = 'email'

/** Why AWS wouldn't take a value, or null. What is in it isn't said: it may go to a log. */
export function valueProblem(value: string): string | null {
  if (value.length < valueLength.least)
    return `A value has at least ${valueLength.least} characters; this has ${value.length}.`
  if (value.length > valueLength.most)
    return `A value has at most ${valueLength.most} characters; this has ${value.length}.`
  // A header carries printable ASCII without spaces at its ends (RFC 9110); anything else never arrives as it was meant.
  return /^[\x21-\x7e]+$/.test(value) ? null : 'A value goes in a header: printable ASCII characters, no spaces.'
}
