import type { Refusal } from '../../workspace/change'
import type { PatchOperation } from '../../yaml/edit/edit-plan'
import { listAt, textAt, valueAt, type PlainMap } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import type { Consequence } from '../consequence'
import type { Relation, WireAnswers } from '../relation'
import { podSpecPath, type Source } from '../source'
import { mountsOf } from '../ties/by-volume'
import { asksContainer, lacksContainer, wirePath } from './place-of-wire'
import { append, itemIn, takeOut } from './steps'
import { cannotWire, isRefusal, PLAIN_WIRE, type Ends, type ObjectEdit, type WireForm } from './wire-form'

export type MountForm = {
  readonly kind: string
  /** How the volume names what it holds: `secret: {secretName}`. */
  readonly source: string
  readonly name: string
  readonly path: (to: Source) => string
  readonly readOnly: boolean
  readonly label: string
  readonly rank: WireForm['rank']
}

/** A wire that is a volume and its mount in one container. Taking it back takes every mount of the volume. */
export function mountVolume(form: MountForm): WireForm {
  return {
    ...PLAIN_WIRE,
    to: [form.kind],
    label: form.label,
    rank: form.rank,
    against: lacksContainer,
    asks: ends => [
      { key: 'mount', label: 'Mount path', choices: null, default: mountPath(form, ends, {}) },
      ...asksContainer(ends.from),
    ],
    write: (ends, answers) => write(form, ends, answers),
    unwrite: unmount,
    unwriteBrings: severalMounts,
  }
}

function write(form: MountForm, ends: Ends, answers: WireAnswers): readonly ObjectEdit[] | Refusal {
  const { id, data } = ends.from.object
  const mounts = wirePath(ends.from, '$container.volumeMounts', answers)
  if (isRefusal(mounts)) return mounts
  const path = mountPath(form, ends, answers)
  if (!path.startsWith('/')) return cannotWire(`A mount path starts with a slash, unlike ${path}.`)
  if (mountPaths(data, mounts).includes(path))
    return cannotWire(`Something is mounted at ${path} already. Choose another path.`)

  const volumes = [...podSpecPath(ends.from), 'volumes']
  const there = volumeOf(form, ends)
  const volume = there ?? freeVolumeName(ends)
  const mount = { name: volume, mountPath: path, ...(form.readOnly ? { readOnly: true } : {}) }
  const steps: PatchOperation[] = [append(data, mounts, mount)]
  if (there === null)
    steps.push(append(data, volumes, { name: volume, [form.source]: { [form.name]: ends.to.object.name ?? '' } }))
  return [{ object: id, patch: steps }]
}

/** The volume that holds the target already, so that a second container shares it. */
function volumeOf(form: MountForm, { from, to }: Ends): string | null {
  const volume = listAt(from.pod?.spec, 'volumes').find(each => textAt(each, form.source, form.name) === to.object.name)
  return textAt(volume, 'name')
}

function mountPath(form: MountForm, ends: Ends, answers: WireAnswers): string {
  if (answers['mount'] !== undefined) return answers['mount']
  const mounts = wirePath(ends.from, '$container.volumeMounts', answers)
  const taken = isRefusal(mounts) ? [] : mountPaths(ends.from.object.data, mounts)
  return free(form.path(ends.to), taken)
}

function mountPaths(data: PlainMap, mounts: readonly string[]): readonly (string | null)[] {
  return listAt(valueAt(data, mounts)).map(mount => textAt(mount, 'mountPath'))
}

/** Volume names are DNS labels; object names may hold dots and be longer. */
function freeVolumeName({ from, to }: Ends): string {
  const name = (to.object.name ?? 'data').replace(/[^a-z0-9-]+/g, '-').slice(0, 55)
  return free(
    name.replace(/^-+|-+$/g, '') || 'data',
    listAt(from.pod?.spec, 'volumes').map(volume => textAt(volume, 'name')),
  )
}

function free(wanted: string, taken: readonly (string | null)[]): string {
  let number = 2
  let candidate = wanted
  while (taken.includes(candidate)) candidate = `${wanted}-${number++}`
  return candidate
}

function unmount(from: Source, relations: readonly Relation[]): readonly ObjectEdit[] {
  const { id, data } = from.object
  const places = relations.flatMap(({ because }) => because.map(({ path }) => parsePointer(path)))
  const inProjection = places.filter(path => path.includes('projected')).map(path => itemIn(path, 'sources'))
  const volumes = places.filter(path => !path.includes('projected')).map(path => itemIn(path, 'volumes'))
  for (const volume of uniquePaths(inProjection.map(path => itemIn(path, 'volumes'))))
    if (isEmptied(data, volume, inProjection)) volumes.push(volume)
  const sources = inProjection.filter(path => !volumes.some(volume => startsWith(path, volume)))
  const mounts = volumes.flatMap(volume => mountsOf(from, textAt(data, ...volume, 'name') ?? ''))
  return [{ object: id, patch: takeOut(data, [...mounts.map(({ path }) => path), ...volumes, ...sources]) }]
}

/** A volume that several containers mount goes from all of them. */
function severalMounts(from: Source, relations: readonly Relation[]): readonly Consequence[] {
  return relations.flatMap(({ detail }): readonly Consequence[] => {
    const volume = String(detail['volume'])
    const mounts = mountsOf(from, volume)
    if (mounts.length < 2) return []
    const places = mounts.map(({ container, mountPath }) => `${mountPath} in ${container}`).join(', ')
    const says = `Volume ${volume} goes with all its mounts: ${places}.`
    return [{ code: 'takes-several-mounts', says, objects: [from.object.id] }]
  })
}

/** Whether nothing is left in a projected volume when some of its sources are gone. */
function isEmptied(data: PlainMap, volume: readonly string[], gone: readonly (readonly string[])[]): boolean {
  const sources = listAt(data, ...volume, 'projected', 'sources')
  return uniquePaths(gone.filter(path => startsWith(path, volume))).length === sources.length
}

function uniquePaths(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(paths.map(path => [path.join('\0'), path])).values()]
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((key, index) => path[index] === key)
}
