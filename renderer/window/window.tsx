import { useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { CompareBar } from '../cluster/compare-bar'
import { LiveDrawer } from '../cluster/live-drawer'
import { Inspector } from '../inspector/inspector'
import { ProblemsDrawer } from '../problems/problems-drawer'
import { Rail, RailStrip } from '../rail/rail'
import { Source } from '../source/source'
import { save } from '../store/save'
import { loadContexts } from '../store/cluster/contexts'
import { useApp, useSession } from '../store/session'
import type { Session } from '../store/session'
import { isPanelOn, setPanel } from '../store/view'
import { ErrorBoundary } from '../ui/error-boundary'
import { useMedia } from '../ui/use-media'
import { Bar } from './bar'
import { DesignCanvas } from './design-canvas'
import { FilterBar } from './filter-bar'
import { StatusBar } from './status-bar'
import css from './window.module.css'

/** The window at work: bar, rail, canvas, panel, status. */
export function Window() {
  const session = useSession()
  useEffect(() => void loadContexts(session), [session])
  const isWide = useMedia('(min-width: 1680px)')
  const isNarrow = useMedia('(max-width: 1099px)')
  const hasPanel = useApp(state => isPanelOn(state.view, 'panel', true))
  const size = useApp(state => state.view.panels)
  const names = isWide ? { rail: 'rail-wide', panel: 'panel-wide' } : { rail: 'rail', panel: 'panel-narrow' }
  return (
    <div className={css.window}>
      <Bar />
      <div role="main" className={css.middle}>
        {isNarrow && <RailStrip />}
        <Group key={isWide ? 'wide' : isNarrow ? 'strip' : 'narrow'} orientation="horizontal" className={css.stack}>
          {!isNarrow && (
            <>
              <KeptPanel id="rail" name={names.rail} size={numberOr(size[names.rail], isWide ? 240 : 200)} least={180}>
                <Rail />
              </KeptPanel>
              <Separator className={css.upright} aria-label="Width of the rail" />
            </>
          )}
          <Panel id="main" minSize={isNarrow ? 320 : 360}>
            <Middle />
          </Panel>
          {hasPanel && (
            <>
              <Separator className={css.upright} aria-label="Width of the panel" />
              <KeptPanel
                id="panel"
                name={names.panel}
                size={numberOr(size[names.panel], isWide ? 756 : 324)}
                least={300}
              >
                <ErrorBoundary what="The panel" onSave={() => void save(session)}>
                  <SelectionPanel isWide={isWide} />
                </ErrorBoundary>
              </KeptPanel>
            </>
          )}
        </Group>
      </div>
      <StatusBar />
    </div>
  )
}

type KeptPanelProps = {
  readonly id: string
  /** What its size is remembered by. */
  readonly name: string
  readonly size: number
  readonly least: number
  readonly most?: string
  readonly children: React.ReactNode
}

/** A panel whose size stays in pixels, and is what the user last gave it. */
function KeptPanel({ id, name, size, least, most, children }: KeptPanelProps) {
  const session = useSession()
  return (
    <Panel
      id={id}
      defaultSize={size}
      minSize={least}
      {...(most === undefined ? {} : { maxSize: most })}
      groupResizeBehavior="preserve-pixel-size"
      onResize={(now, _id, before) => before && rememberSize(session, name, now.inPixels)}
    >
      {children}
    </Panel>
  )
}

function Middle() {
  const session = useSession()
  const hasProblems = useApp(state => isPanelOn(state.view, 'problems', false))
  const height = useApp(state => state.view.panels['problems-height'])
  const hasLive = useApp(state => isPanelOn(state.view, 'live', false))
  const liveHeight = useApp(state => state.view.panels['live-height'])
  return (
    <div className={css.main}>
      <FilterBar />
      <Group orientation="vertical" className={css.stack}>
        <Panel id="canvas" minSize={200}>
          <div className={css.canvas} data-region="canvas">
            <ErrorBoundary what="The canvas" onSave={() => void save(session)}>
              <DesignCanvas />
              <CompareBar />
            </ErrorBoundary>
          </div>
        </Panel>
        {hasLive && (
          <>
            <Separator className={css.level} aria-label="Height of live" />
            <KeptPanel id="live" name="live-height" size={numberOr(liveHeight, 240)} least={120} most="60%">
              <LiveDrawer />
            </KeptPanel>
          </>
        )}
        {hasProblems && (
          <>
            <Separator className={css.level} aria-label="Height of the problems" />
            <KeptPanel id="problems" name="problems-height" size={numberOr(height, 183)} least={96} most="50%">
              <ProblemsDrawer />
            </KeptPanel>
          </>
        )}
      </Group>
    </div>
  )
}

/** Inspector and YAML: above each other, or from 1680 pixels on beside each other. */
function SelectionPanel({ isWide }: { readonly isWide: boolean }) {
  const name = isWide ? 'source-width' : 'source-height'
  const size = useApp(state => state.view.panels[name])
  return (
    <section className={css.panel} aria-label="Selection">
      <Group orientation={isWide ? 'horizontal' : 'vertical'} className={css.stack}>
        <Panel id="inspector" className={css.inspector} minSize={isWide ? 280 : 120}>
          <Inspector />
        </Panel>
        <Separator className={isWide ? css.upright : css.level} aria-label="Size of the YAML editor" />
        <KeptPanel id="source" name={name} size={numberOr(size, isWide ? 411 : 312)} least={isWide ? 280 : 96}>
          <Source />
        </KeptPanel>
      </Group>
    </section>
  )
}

function rememberSize(session: Session, name: string, pixels: number): void {
  setPanel(session, name, Math.round(pixels))
}

function numberOr(value: number | boolean | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
