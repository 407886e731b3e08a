import { isMap, listAt, mapAt, textAt, type PlainMap } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { counted, firstFew, joinedBy, joinedLine, scalarAsText } from './card-line'

/** "overlays/prod · auto-sync". */
export function applicationLines(object: PlainMap): readonly CardLine[] {
  return applicationWords(mapAt(object, 'spec'))
}

function applicationWords(spec: PlainMap): readonly CardLine[] {
  const [first] = listAt(spec, 'sources')
  const source = isMap(spec['source']) ? spec['source'] : mapAt(first)
  const isAutomatic = isMap(mapAt(spec, 'syncPolicy')['automated'])
  return joinedLine(
    textAt(source, 'path') ?? textAt(source, 'chart') ?? textAt(source, 'repoURL'),
    isAutomatic ? 'auto-sync' : null,
  )
}

/** What an ApplicationSet makes applications from: "list, git", and their source. */
export function applicationSetLines(object: PlainMap): readonly CardLine[] {
  const generators = listAt(object, 'spec', 'generators').flatMap(each => (isMap(each) ? Object.keys(each) : []))
  return [
    ...joinedLine(firstFew(generators, 2) === null ? null : `For each of ${firstFew(generators, 2)}`),
    ...applicationWords(mapAt(object, 'spec', 'template', 'spec')),
  ]
}

export function projectLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(
    counted(listAt(object, 'spec', 'sourceRepos').length, 'repository', 'repositories'),
    counted(listAt(object, 'spec', 'destinations').length, 'destination'),
  )
}

/** A Flux Kustomization: "./apps/shop · every 10m". */
export function fluxKustomizationLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(textAt(object, 'spec', 'path') ?? './', everyWords(object))
}

/** A HelmRelease: "podinfo 6.x · every 10m". */
export function helmReleaseLines(object: PlainMap): readonly CardLine[] {
  const chart = mapAt(object, 'spec', 'chart', 'spec')
  const name = textAt(chart, 'chart') ?? textAt(object, 'spec', 'chartRef', 'name')
  return joinedLine(joinedBy(' ', name, scalarAsText(chart['version'])), everyWords(object))
}

/** Flux sources: where from, and which branch, tag or version. */
export function sourceLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const reference = mapAt(spec, 'ref')
  const version = ['branch', 'tag', 'semver', 'commit', 'digest'].map(key => textAt(reference, key))
  const address = textAt(spec, 'url') ?? textAt(spec, 'endpoint') ?? textAt(spec, 'chart')
  return [
    ...joinedLine(address === null ? null : address.replace(/^\w+:\/\//, '')),
    ...joinedLine(version.find(word => word !== null) ?? null, everyWords(object)),
  ]
}

function everyWords(object: PlainMap): string | null {
  const interval = textAt(object, 'spec', 'interval')
  return interval === null ? null : `every ${interval}`
}

/** AnalysisTemplate and AnalysisRun: what is measured. */
export function analysisLines(object: PlainMap): readonly CardLine[] {
  const metrics = listAt(object, 'spec', 'metrics')
    .map(metric => textAt(metric, 'name'))
    .filter(name => name !== null)
  return joinedLine(firstFew(metrics, 2) ?? 'No metrics')
}

export function experimentLines(object: PlainMap): readonly CardLine[] {
  const templates = listAt(object, 'spec', 'templates')
    .map(template => textAt(template, 'name'))
    .filter(name => name !== null)
  return joinedLine(firstFew(templates, 2), scalarAsText(mapAt(object, 'spec')['duration']))
}

/** A kustomization.yaml with a name: how many resources it gathers. */
export function kustomizationFileLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(
    counted(listAt(object, 'resources').length, 'resource'),
    listAt(object, 'patches').length === 0 ? null : counted(listAt(object, 'patches').length, 'patch', 'patches'),
  )
}
