import { describe, expect, it } from 'vitest'
import { explainFailure, notStarted, redact } from './kubectl-error'

const unavailable =
  'E1124 17:44:51.672318 15840 memcache.go:265] "Unhandled Error" err="couldn\'t get current server API group list"\n'

describe('explainFailure', () => {
  it.each([
    ['unreachable', 'The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?'],
    ['unreachable', 'Unable to connect to the server: dial tcp: lookup no.such.invalid: no such host'],
    [
      'unknown-authority',
      'Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    [
      'unauthorized',
      'error: You must be logged in to the server (the server has asked for the client to provide credentials)',
    ],
    [
      'no-credentials',
      'Unable to connect to the server: getting credentials: exec: executable no-such-plugin not found\n\nIt looks like you are trying to use a client-go credential plugin that is not installed.',
    ],
    [
      'no-credentials',
      'Unable to connect to the server: getting credentials: exec: executable /bin/false failed with exit code 1',
    ],
    ['no-context', 'Error in configuration: context was not found for specified context: nope'],
    ['no-context', 'error: error loading config file "/tmp/kc": yaml: line 1: did not find expected node content'],
    ['old-kubectl', 'error: unknown flag: --show-managed-fields'],
    [
      'timeout',
      'Unable to connect to the server: context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    ],
    ['forbidden', 'Error from server (Forbidden): pods is forbidden: User "nobody" cannot list resource "pods"'],
    [
      'refused-by-policy',
      'Error from server (Forbidden): configmaps "a" is forbidden: exceeded quota: q, requested: configmaps=1',
    ],
    ['refused-by-policy', 'Error from server: admission webhook "no.example.org" denied the request: not on a Friday'],
    ['not-found', 'Error from server (NotFound): namespaces "nope" not found'],
    [
      'unknown-kind',
      'error: resource mapping not found for name: "w" namespace: "d" from "STDIN": no matches for kind "Foo" in version "a/v1"',
    ],
    ['invalid', 'The Deployment "web" is invalid: spec.selector: Invalid value: {}: field is immutable'],
    [
      'invalid',
      'Error from server: failed to create typed patch object (default/web; apps/v1, Kind=Deployment): .spec.replica: field not declared in schema',
    ],
    ['conflict', 'error: Apply failed with 1 conflict: conflict with "other": .spec.replicas'],
    ['failed', 'error: something that nobody has seen before'],
  ])('calls it %s: %s', (code, stderr) => {
    const error = explainFailure(['get', 'pods'], unavailable + stderr, 1)
    expect(error.code).toBe(code)
    expect(error.message).not.toMatch(/memcache|^error:|Error from server/)
  })

  it('says at least how kubectl ended', () => {
    expect(explainFailure([], '', 7).message).toBe('kubectl ended with status 7.')
  })

  it('says what to do where there is no kubectl', () => {
    const missing = notStarted(Object.assign(new Error('spawn'), { code: 'ENOENT' }), 'kubectl', [])
    expect(missing).toMatchObject({ code: 'no-kubectl', message: expect.stringContaining('Install kubectl') as string })
  })
})

describe('redact', () => {
  it('takes out longer values first, and leaves words that are too short to be told from others', () => {
    expect(redact('pass password-1 to a', ['pass', 'password-1', 'to'])).toBe('***** ***** to a')
  })
})
