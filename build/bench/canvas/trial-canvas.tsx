import { useEffect, useMemo, useState } from 'react'
import { Canvas } from '../../../renderer/canvas/canvas'
import type { CanvasProps, CanvasSelection } from '../../../renderer/canvas/canvas-props'
import { IconSprite } from '../../../renderer/ui/icon'
import type { Problem } from '../../../shared/checks/problem'
import { findGraph, type Graph } from '../../../shared/relations/find'
import { canWire } from '../../../shared/relations/wire'
import type { Point } from '../../../shared/workspace/change'
import type { KubeObject, ObjectId } from '../../../shared/workspace/kube-object'

const NOTHING_HIDDEN: CanvasProps['hiddenGroups'] = new Set()
const NO_PLACES: ReadonlyMap<ObjectId, Point> = new Map()
/** One card in so many has a problem. */
const PROBLEM_EVERY = 25

type Design = { readonly objects: readonly KubeObject[]; readonly graph: Graph }

/** The canvas with a window that does only what a measurement needs: selects, moves, edits one object. */
export function TrialCanvas({
  first,
  theme,
}: {
  readonly first: readonly KubeObject[]
  readonly theme: 'dark' | 'light'
}) {
  const [design, setDesign] = useState<Design>(() => ({ objects: first, graph: findGraph(first) }))
  const [places, setPlaces] = useState(NO_PLACES)
  const [selection, setSelection] = useState<CanvasSelection>({ objects: [], relation: null })
  const [log, setLog] = useState('')
  const problems = useMemo(() => someProblems(first), [first])

  useEffect(() => {
    // What the measurement asks: a new image for one object, from the edit to the changed card.
    const edit = (event: Event) => {
      if (!(event instanceof CustomEvent)) return
      const [id, image] = String(event.detail).split(' ')
      setDesign(before => {
        const objects = before.objects.map(object => (object.id === id ? withImage(object, image ?? '') : object))
        return { objects, graph: findGraph(objects, before.graph) }
      })
    }
    const choose = (event: Event) => {
      if (event instanceof CustomEvent) setSelection({ objects: event.detail, relation: null })
    }
    window.addEventListener('bench-edit', edit)
    window.addEventListener('bench-select', choose)
    return () => {
      window.removeEventListener('bench-edit', edit)
      window.removeEventListener('bench-select', choose)
    }
  }, [])

  const merge = (moved: ReadonlyMap<ObjectId, Point>) => setPlaces(before => new Map([...before, ...moved]))
  return (
    <div style={{ position: 'fixed', inset: 0 }} data-log={log}>
      <IconSprite />
      <Canvas
        designKey="bench"
        objects={design.objects}
        graph={design.graph}
        complete
        problems={problems}
        places={places}
        selection={selection}
        shown={null}
        hiddenGroups={NOTHING_HIDDEN}
        theme={theme}
        targetsOf={from => canWire(design.graph, from)}
        onSelect={setSelection}
        onMove={merge}
        onArrange={merge}
        onWire={(from, to) => setLog(`wire ${from} ${to}`)}
        onUnwire={relation => setLog(`unwire ${relation.id}`)}
        onOpen={id => setLog(`open ${id}`)}
        onRename={id => setLog(`rename ${id}`)}
        onDelete={ids => setLog(`delete ${ids.join()}`)}
        onDropKind={kind => setLog(`drop ${kind.kind}`)}
        onNew={() => setLog('new')}
        onCreateMissing={relation => setLog(`create ${relation.missing?.name}`)}
        onGoToYaml={id => setLog(`yaml ${id}`)}
      />
    </div>
  )
}

function withImage(object: KubeObject, image: string): KubeObject {
  const text = JSON.stringify(object.data).replace(/"image":"[^"]*"/, `"image":${JSON.stringify(image)}`)
  return { ...object, data: JSON.parse(text) }
}

function someProblems(objects: readonly KubeObject[]): ReadonlyMap<ObjectId, readonly Problem[]> {
  const problems = new Map<ObjectId, readonly Problem[]>()
  for (let i = 3; i < objects.length; i += PROBLEM_EVERY) {
    const { id, file } = objects[i]!
    const severity = i % 2 === 0 ? 'error' : 'warning'
    problems.set(id, [
      { code: 'trial', severity, message: 'Trial', object: id, file, from: 0, to: 0, path: '', fix: null },
    ])
  }
  return problems
}
