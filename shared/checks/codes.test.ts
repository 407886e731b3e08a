import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kindsToLoad, NO_KNOWN_KINDS, withKinds } from '../kinds/schemas/known'
import { updateDesign } from '../workspace/design'
import { RULES_PATH } from '../workspace/rules-file'
import { addFiles, emptyWorkspace } from '../workspace/workspace'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import { planPatch } from '../yaml/edit/plan-patch'
import { checks } from './checks'

const source = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The members of a union of strings in a source file: types are gone when tests run. */
const members = (path: string, start: string): readonly string[] => {
  const text = source(path)
  const from = text.indexOf(start)
  const union = text.slice(from + start.length).match(/^(\s*\|?\s*'[a-z0-9-]+')+/)
  expect(union, `${start} in ${path}`).not.toBeNull()
  return [...union![0].matchAll(/'([a-z0-9-]+)'/g)].map(match => match[1]!)
}

type Section = { readonly code: string; readonly yaml: string | null; readonly patch: readonly PatchOperation[] | null }

const sections: readonly Section[] = source('./CODES.md')
  .split(/^### /m)
  .slice(1)
  .map(text => {
    const block = (language: string): string | null =>
      text.match(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm'))?.[1] ?? null
    const patch = block('json')
    return {
      code: text.slice(0, text.indexOf('\n')),
      yaml: block('yaml'),
      patch: patch === null ? null : JSON.parse(patch),
    }
  })
const documented = sections.map(({ code }) => code)

describe('CODES.md', () => {
  it('has every code of a problem and of a refusal, once', () => {
    const codes = [
      ...members('../yaml/tree.ts', 'readonly code:'),
      ...members('../yaml/edit/edit-plan.ts', 'export type RefusalCode ='),
      ...members('../workspace/refusal.ts', 'export type CommandRefusalCode ='),
      ...members('../host.ts', 'export type FileFailureCode ='),
      ...members('../cluster/failure.ts', 'export type ClusterFailureCode ='),
      'bad-request',
      'denied',
      'cannot-wire',
      'cannot-unwire',
      'name-is-fixed',
      ...checks.flatMap(({ codes: found }) => found),
      'not-an-object',
      'broken-layout',
      'invalid-relation-rule',
    ]
    expect([...documented].sort()).toEqual([...new Set(codes)].sort())
  })

  it.each(sections.filter(({ yaml, patch }) => yaml !== null && patch === null))(
    'shows a manifest that has $code',
    async ({ code, yaml }) => {
      const path = code === 'invalid-relation-rule' ? RULES_PATH : 'example.yaml'
      const workspace = addFiles(emptyWorkspace(), [{ path, text: yaml! }])
      const known = await withKinds(NO_KNOWN_KINDS, kindsToLoad(NO_KNOWN_KINDS, workspace.objects))
      const { problems } = updateDesign(null, workspace, known)
      expect(problems.map(problem => problem.code)).toContain(code)
    },
  )

  it.each(sections.filter(({ patch }) => patch !== null))(
    'shows a patch that is refused as $code',
    ({ code, yaml, patch }) => {
      const plan = planPatch(yaml!, { document: 0, item: null }, patch!)
      expect(plan.ok ? 'not refused' : plan.code).toBe(code)
    },
  )
})
