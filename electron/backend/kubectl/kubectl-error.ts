import type { ClusterFailure, ClusterFailureCode } from '../../../shared/cluster/failure'

/** kubectl did not give the answer that its caller expected. `message` says what happened and what to try. */
export class KubectlError extends Error {
  readonly code: ClusterFailureCode
  /** What kubectl was asked, without its standard input. */
  readonly args: readonly string[]
  /** All that it said, for what a sentence can't hold: the fields of a conflict. */
  readonly said: string

  constructor(code: ClusterFailureCode, message: string, args: readonly string[] = [], said = '') {
    super(message)
    this.name = 'KubectlError'
    this.code = code
    this.args = args
    this.said = said
  }
}

/** A failure as a value. What is no KubectlError is a bug and thrown on. */
export function failureFrom(error: unknown): ClusterFailure {
  if (error instanceof KubectlError) return { code: error.code, message: error.message }
  throw error
}

type Saying = {
  readonly pattern: RegExp
  readonly code: ClusterFailureCode
  readonly says: (line: string) => string
}

const asItIs = (line: string): string => line

/** What kubectl prints, the more telling first. Its own line is kept where it says more than we can. */
const sayings: readonly Saying[] = [
  {
    pattern: /context was not found|context "[^"]*" does not exist|no context exists/,
    code: 'no-context',
    says: () => 'There is no such context in your kubeconfig. `kubectl config get-contexts` lists them.',
  },
  {
    pattern: /error loading config file|^error: stat .*: no such file|invalid configuration/,
    code: 'no-context',
    says: line => `Your kubeconfig can't be read (${line}). KUBECONFIG says which files it is made of.`,
  },
  {
    pattern: /unknown (flag|command|shorthand flag)/,
    code: 'old-kubectl',
    says: line => `This kubectl is too old for that (${line}). Install a newer one: 1.30 or later.`,
  },
  {
    pattern: /exec: executable .* not found|client-go credential plugin that is not installed/,
    code: 'no-credentials',
    says: line => `The program that signs you in isn't installed (${credential(line)}). Install it, then try again.`,
  },
  {
    pattern: /getting credentials|refresh token/,
    code: 'no-credentials',
    says: line => `The program that signs you in failed (${credential(line)}). Sign in again with it, then try again.`,
  },
  {
    pattern: /x509|certificate signed by unknown authority|tls: failed to verify/,
    code: 'unknown-authority',
    says: line =>
      `The server's certificate isn't trusted (${line.replace(/^Unable to connect to the server: /, '')}). Check certificate-authority of the cluster in your kubeconfig.`,
  },
  {
    pattern: /Unauthorized|must be logged in|provide credentials|token.* expired/i,
    code: 'unauthorized',
    says: () => "The cluster doesn't accept your credentials: they may have expired. Sign in again, then try again.",
  },
  {
    pattern: /context deadline exceeded|Client\.Timeout|request timed out|\(Timeout\)|TLS handshake timeout/,
    code: 'timeout',
    says: line => `The cluster gave no answer in time (${line}). Try again, or check that it is well.`,
  },
  {
    pattern:
      /connection refused|was refused|no such host|no route to host|network is unreachable|Unable to connect|i\/o timeout|EOF$|connection reset|http2: client connection|ServiceUnavailable|currently unable to handle the request|etcdserver|apiserver is shutting down|apiserver not ready/,
    code: 'unreachable',
    says: line => `The cluster can't be reached (${line}). Is it running, and is your network or VPN up?`,
  },
  { pattern: /Apply failed with \d+ conflict/, code: 'conflict', says: asItIs },
  { pattern: /the object has been modified/, code: 'changed-meanwhile', says: asItIs },
  {
    pattern: /admission webhook|ValidatingAdmissionPolicy|exceeded quota|violates PodSecurity/,
    code: 'refused-by-policy',
    says: asItIs,
  },
  { pattern: /\(Forbidden\)|forbidden:/, code: 'forbidden', says: asItIs },
  {
    pattern: /no matches for kind|doesn't have a resource type|could not find the requested resource/,
    code: 'unknown-kind',
    says: asItIs,
  },
  { pattern: /\(NotFound\)|not found/, code: 'not-found', says: asItIs },
  {
    pattern:
      /\(Invalid\)|is invalid|\(BadRequest\)|ValidationError|strict decoding|typed patch object|error validating|illegal base64|unable to decode/,
    code: 'invalid',
    says: asItIs,
  },
]

/** Turns what kubectl wrote to standard error into a code and a sentence. */
export function explainFailure(args: readonly string[], stderr: string, exit: number | null): KubectlError {
  const lines = stderr.split('\n').filter(line => line.trim() !== '')
  // Lines of its log (E1124 …) tell the same over and over, before the one that is meant for people.
  const forPeople = lines.filter(line => !/^([EWI]\d{4} |\s|Warning: )/.test(line))
  const heard = forPeople.length > 0 ? forPeople : lines
  for (const { pattern, code, says } of sayings) {
    const line = heard.find(each => pattern.test(each))
    if (line !== undefined) return new KubectlError(code, says(plainLine(line)), args, stderr)
  }
  const line = heard.at(-1)
  const message = line === undefined ? `kubectl ended with status ${exit ?? 'unknown'}.` : plainLine(line)
  return new KubectlError('failed', message, args, stderr)
}

/** kubectl isn't there, or can't be run. */
export function notStarted(error: unknown, program: string, args: readonly string[]): KubectlError {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  const message = isMissing
    ? `There is no ${program} on this machine. Install kubectl, or set CHARTROOM_KUBECTL to the path of one.`
    : `${program} can't be started: ${error instanceof Error ? error.message : String(error)}.`
  return new KubectlError('no-kubectl', message, args)
}

/** A text in which none of these values stands any more. Longer ones go first: one may be part of another. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(secret => secret.length >= SHORTEST_SECRET)
    .toSorted((a, b) => b.length - a.length)
    .reduce((redacted, secret) => redacted.replaceAll(secret, '*****'), text)
}

/** Shorter values would take words out of every sentence. */
const SHORTEST_SECRET = 4

function plainLine(line: string): string {
  return line
    .replace(/^error: /i, '')
    .replace(/^Error from server( \(\w+\))?: /, '')
    .trim()
}

function credential(line: string): string {
  return line.replace(/^Unable to connect to the server: /, '').replace(/^getting credentials: (exec: )?/, '')
}
