import { basename, resolve } from 'node:path'
import { dotOf } from '../../shared/picture/dot'
import { mermaidOf } from '../../shared/picture/mermaid'
import { graphAround, strangerOf } from '../../shared/picture/shown-graph'
import type { ShownGraph } from '../../shared/picture/shown-graph'
import type { ThemeName } from '../../shared/picture/themes'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { Design } from '../../shared/workspace/design'
import type { CommandCall } from './command'
import { checkBySchema, loadDesign } from './design'
import { objectJson, relationJson } from './graph-json'
import { placesIn } from './places'
import { problemJson } from './problems'
import { findReference, nameOf } from './reference'
import type { ExitStatus, Terminal } from './terminal'
import { withWindowLayout } from './window-layout'
import { pictureForms, writePicture } from './write-picture'

/** `graph PATH...`: the objects, the relations between them and the places that make them. */
export async function runGraph({ words, options, terminal, misused }: CommandCall): Promise<ExitStatus> {
  if (words.length === 0) return misused('Which files? Give paths, or - for standard input.')
  const forms = ['json', 'mermaid', 'dot'].filter(form => options.has(form))
  if (forms.length > 1) return misused(`Choose one of --${forms.join(' and --')}.`)
  const depth = Number(options.text('depth') ?? Infinity)
  if (!(depth >= 0)) return misused('--depth takes a number of steps, 0 or more.')
  const theme = themeOf(options.text('theme') ?? 'light')
  if (!theme) return misused('--theme takes light or dark.')
  if (options.text('png') === '-') return misused('--png takes the name of a file.')

  const loaded = await loadDesign(words, options, terminal)
  const { isPartial } = loaded
  const pictures = pictureForms.filter(form => options.has(form))
  const design = pictures.length > 0 ? await withWindowLayout(loaded.design, words, terminal) : loaded.design
  const whole: ShownGraph = { objects: design.workspace.objects, relations: design.graph.relations }
  let shown = whole
  if (options.has('only')) {
    const starts: ObjectId[] = []
    for (const only of options.all('only')) {
      const found = findReference(design.workspace, only, options.text('namespace'))
      if (!found.ok) {
        found.lines.forEach(terminal.say)
        return found.status
      }
      starts.push(found.object.id)
    }
    shown = graphAround(design.graph, starts, depth)
  }
  if (options.has('json')) await printJson(await checkBySchema(design), shown, terminal)
  else if (options.has('mermaid')) terminal.out(mermaidOf(shown))
  else if (options.has('dot')) terminal.out(dotOf(shown))

  // What is written beside a whole design says little beside a part of it.
  const notes = shown === whole ? [...design.workspace.layout.marks.notes.values()] : []
  const title = options.text('title') ?? words.map(titleOfPath).join(', ')
  for (const form of pictures) {
    const request = { form, target: options.text(form) ?? '', title, theme, notes }
    const status = await writePicture(shown, design.places, request, terminal)
    if (status !== 0) return status
  }
  if (forms.length === 0 && pictures.length === 0) printText(design, shown, terminal)
  return isPartial ? 3 : 0
}

function titleOfPath(path: string): string {
  return path === '-' ? 'Standard input' : basename(resolve(path))
}

function themeOf(word: string): ThemeName | null {
  return word === 'light' || word === 'dark' ? word : null
}

async function printJson(design: Design, shown: ShownGraph, terminal: Terminal): Promise<void> {
  const places = placesIn(design.workspace)
  const list = async <T>(name: string, items: readonly T[], json: (item: T) => object, end: string): Promise<void> => {
    terminal.out(`"${name}":[`)
    for (const [i, item] of items.entries()) {
      terminal.out(`${i === 0 ? '' : ','}\n${JSON.stringify(json(item))}`)
      if (i % 1000 === 999) await terminal.flush()
    }
    terminal.out(items.length === 0 ? end : `\n${end}`)
  }
  terminal.out('{')
  await list('objects', shown.objects, object => objectJson(object, design.workspace, places), '],\n')
  await list('relations', shown.relations, relation => relationJson(relation, places), '],\n')
  await list('problems', design.problems, problem => problemJson(problem, places), ']}\n')
}

function printText({ workspace, graph }: Design, shown: ShownGraph, terminal: Terminal): void {
  const places = placesIn(workspace)
  const shownRelations = new Set(shown.relations)
  for (const object of shown.objects) {
    const { file, line } = places.pointer(object.id, '')
    terminal.out(`${nameOf(object, workspace.defaultNamespace)}  ${file}:${line}\n`)
    for (const relation of graph.relationsOf(object.id)) {
      if (relation.from !== object.id || !shownRelations.has(relation)) continue
      const to = relation.to === null ? null : workspace.object(relation.to)
      const target = to ? nameOf(to, workspace.defaultNamespace) : (strangerOf(relation)?.label ?? '')
      terminal.out(`  ${relation.says} ${target}\n`)
    }
  }
  terminal.out(`${shown.objects.length} objects, ${shown.relations.length} relations\n`)
}
