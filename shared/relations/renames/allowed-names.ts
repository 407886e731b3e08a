import type { Refusal } from '../../workspace/change'

type Allowed = { readonly pattern: RegExp; readonly longest: number; readonly says: string }

const LABEL: Allowed = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  longest: 63,
  says: 'lower-case letters, digits and "-", starting and ending with a letter or digit',
}

/** What the API server takes as the name of each sort of thing. */
const ALLOWED = {
  namespace: LABEL,
  container: LABEL,
  volume: LABEL,
  'service-port': LABEL,
  'container-port': {
    pattern: /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
    longest: 15,
    says: 'lower-case letters, digits and single "-" between them, with at least one letter',
  },
  key: { pattern: /^(?!\.{1,2}$)[-._a-zA-Z0-9]+$/, longest: 253, says: 'letters, digits, "-", "_" and "."' },
  label: {
    pattern: /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
    longest: 317,
    says: 'letters, digits, "-", "_" and ".", with a domain and "/" in front where wanted',
  },
  'label-value': {
    pattern: /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/,
    longest: 63,
    says: 'letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  },
} satisfies Record<string, Allowed>

/** Why a text can't be the name of such a thing; null where it can. */
export function whyNotAllowed(what: keyof typeof ALLOWED, text: string): Refusal | null {
  const { pattern, longest, says }: Allowed = ALLOWED[what]
  if (pattern.test(text) && text.length <= longest) return null
  const word = what.replace('-', ' ')
  return {
    ok: false,
    code: 'invalid-name',
    message: `"${text}" can't be the name of a ${word}. It may have ${says}, at most ${longest} characters.`,
  }
}

export function isTaken(message: string): Refusal {
  return { ok: false, code: 'name-is-taken', message: `${message} Choose another name.` }
}

export function isGone(sentence: string): Refusal {
  return { ok: false, code: 'object-is-gone', message: `${sentence} any more. Select one that is there.` }
}
