import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commandLine } from './command-line'

it('leaves plain words as they are', () => {
  const words = ['kubectl', '--context', 'kind-local', '-n', 'shop', 'delete', 'cronjob/report']
  expect(commandLine({ words, stdin: null })).toBe('kubectl --context kind-local -n shop delete cronjob/report')
})

it('is read by a shell as the same words, whatever is in them', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary-ascii' }).filter(word => !word.includes('\0'))), words => {
      const line = commandLine({ words: ['printf', '%s\\0', 'x', ...words], stdin: null })
      expect(spawnSync('sh', ['-c', line], { encoding: 'utf8' }).stdout.split('\0').slice(1, -1)).toEqual(words)
    }),
    { numRuns: 40 },
  )
})
