import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ShapeError } from '../../shared/shape'
import type { Planned } from '../../shared/workspace/change'
import { patchObject } from '../../shared/workspace/commands/patch-object'
import { renameObject } from '../../shared/workspace/commands/rename-object'
import type { Design } from '../../shared/workspace/design'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { PatchOperation } from '../../shared/yaml/edit/edit-plan'
import { readPatch } from '../../shared/yaml/edit/read-patch'
import { plainOf } from '../../shared/yaml/meaning'
import type { PlainValue } from '../../shared/yaml/plain'
import { readFile as readYaml } from '../../shared/yaml/read/read-file'
import { readPiece } from '../../shared/yaml/read/read-piece'
import { failureOf } from '../backend/files/failure'
import type { GivenOption } from './arguments'
import { parseExactJson } from '../../shared/yaml/exact-json'
import { parseFieldPath, removeOperation, setOperation, splitAssignment } from './field-path'
import type { FieldStep, ResolvedEdit } from './field-path'

/** One step of an edit, read from its option before any manifest is. */
export type EditStep =
  | { readonly does: 'patch'; readonly patch: readonly PatchOperation[] }
  | { readonly does: 'set'; readonly path: readonly FieldStep[]; readonly value: PlainValue }
  | { readonly does: 'remove'; readonly path: readonly FieldStep[] }
  | { readonly does: 'rename'; readonly name: string }

/** The options that are steps of an edit. They take effect in the order given. */
export const stepOptions = ['json-patch', 'set', 'set-string', 'remove', 'rename'] as const

/** Reads an option into a step, or a sentence that says what is wrong with it. */
export async function readEditStep({ name, value }: GivenOption, cwd: string): Promise<EditStep | string> {
  switch (name) {
    case 'json-patch':
      return readPatchStep(value, cwd)
    case 'rename':
      return { does: 'rename', name: value }
    case 'remove': {
      const path = parseFieldPath(value)
      return path ? { does: 'remove', path } : badPath(value)
    }
    default: {
      const assignment = splitAssignment(value)
      if (!assignment) return `--${name} takes PATH=VALUE, not ${value}.`
      const path = parseFieldPath(assignment.path)
      if (!path) return badPath(assignment.path)
      if (name === 'set-string') return { does: 'set', path, value: assignment.value }
      const meant = yamlValue(assignment.value)
      return meant === undefined ? `${assignment.value} is no YAML value.` : { does: 'set', path, value: meant }
    }
  }
}

function badPath(path: string): string {
  return `${path} is no field path: write it as spec.template.spec.containers[name=web].image.`
}

async function readPatchStep(value: string, cwd: string): Promise<EditStep | string> {
  try {
    const json = value.startsWith('@') ? await readFile(resolve(cwd, value.slice(1)), 'utf8') : value
    return { does: 'patch', patch: readPatch(parseExactJson(json), 'patch') }
  } catch (error) {
    if (error instanceof SyntaxError) return `The patch is not JSON: ${error.message}`
    if (error instanceof ShapeError) return error.message
    return failureOf(error, value.slice(1)).message
  }
}

/** What kubectl would read; undefined for text that is not one YAML value. */
function yamlValue(text: string): PlainValue | undefined {
  const [reading, ...others] = readYaml(text)
  if (!reading || others.length > 0 || reading.problems.length > 0) return undefined
  const plain = plainOf(text, reading.root)
  return plain.ok ? plain.value : undefined
}

/** Plans a step on an object of the design as it is now. */
export function planEditStep(design: Design, id: ObjectId, step: EditStep): Planned {
  switch (step.does) {
    case 'rename':
      return renameObject(design, { object: id, name: step.name })
    case 'patch':
      return patchObject(design, { object: id, patch: step.patch })
    case 'set':
    case 'remove': {
      const resolved = resolveStep(design, id, step)
      return resolved.ok
        ? patchObject(design, { object: id, patch: [resolved.operation] })
        : { ok: false, code: 'no-such-path', message: resolved.message }
    }
  }
}

function resolveStep({ workspace }: Design, id: ObjectId, step: EditStep & { does: 'set' | 'remove' }): ResolvedEdit {
  const place = workspace.placeOf(id)!
  const file = workspace.files.get(place.file)!
  const root = readPiece(file.text, file.pieces[place.document]!).root
  if (!root) return { ok: false, message: `${place.file} can't be read at the moment.` }
  const object = { text: file.text, root, within: place.item === null ? [] : ['items', String(place.item)] }
  return step.does === 'set' ? setOperation(object, step.path, step.value) : removeOperation(object, step.path)
}
