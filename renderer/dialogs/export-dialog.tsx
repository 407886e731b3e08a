import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ManifestForm } from '../../shared/workspace/export-manifests'
import type { ThemeName } from '../../shared/picture/themes'
import {
  copyManifests,
  copyPicture,
  downloadManifests,
  downloadPicture,
  exportedObjects,
  saveManifests,
} from '../store/export'
import { counted } from '../store/naming'
import type { PictureExtent, PictureForm } from '../store/picture-forms'
import { useApp, useSession } from '../store/session'
import { themeOf } from '../store/state'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Switch } from '../ui/field'
import { Segmented } from '../ui/segmented'
import css from './export-dialog.module.css'

type Part = 'manifests' | 'picture'

const PARTS: readonly { readonly value: Part; readonly label: string }[] = [
  { value: 'manifests', label: 'Manifests' },
  { value: 'picture', label: 'Picture' },
]

/** The design out of the window: its manifests, or a picture of it; into a file, a folder or onto the clipboard. */
export function ExportDialog() {
  const [part, setPart] = useState<Part>('manifests')
  const choice = (
    <div className={css.tabs}>
      <Segmented label="What to export" value={part} choices={PARTS} onChange={setPart} />
    </div>
  )
  return part === 'manifests' ? <ManifestsExport choice={choice} /> : <PictureExport choice={choice} />
}

type PartProps = { readonly choice: ReactNode }

const FORMS: readonly { readonly value: ManifestForm; readonly label: string }[] = [
  { value: 'files', label: 'A file each' },
  { value: 'one-file', label: 'One file' },
  { value: 'kustomize', label: 'Kustomize base' },
]

function ManifestsExport({ choice }: PartProps) {
  const session = useSession()
  const selected = useApp(state => state.selection.objects.length)
  const [form, setForm] = useState<ManifestForm>('files')
  const [extent, setExtent] = useState<'all' | 'selection'>(selected > 1 ? 'selection' : 'all')
  const [withSecrets, setWithSecrets] = useState(false)
  const request = { form, onlySelection: extent === 'selection', withSecrets }
  const { objects, secretsLeftOut } = exportedObjects(session, request)
  return (
    <ExportFrame
      choice={choice}
      onCopy={() => void copyManifests(session, request)}
      onDownload={() => downloadManifests(session, request)}
      onSave={() => void saveManifests(session, request)}
    >
      <Row label="Objects">
        <Segmented
          label="Objects"
          value={extent}
          choices={[{ value: 'all', label: 'All' }, ...selectionChoice(selected)]}
          onChange={setExtent}
        />
      </Row>
      <Row label="Form">
        <Segmented label="Form" value={form} choices={FORMS} onChange={setForm} />
      </Row>
      <Row label="Secrets">
        <Switch on={withSecrets} label="Include Secrets" onChange={setWithSecrets} />
      </Row>
      <p className={css.note}>
        {counted(objects.length, 'object')}, as written.
        {secretsLeftOut > 0 && ` ${counted(secretsLeftOut, 'Secret')} left out.`}
      </p>
    </ExportFrame>
  )
}

const PICTURES: readonly { readonly value: PictureForm; readonly label: string }[] = [
  { value: 'svg', label: 'SVG' },
  { value: 'png', label: 'PNG' },
  { value: 'html', label: 'HTML' },
  { value: 'mermaid', label: 'Mermaid' },
  { value: 'dot', label: 'DOT' },
]

const THEMES: readonly { readonly value: ThemeName; readonly label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const NOTES: Readonly<Record<PictureForm, string>> = {
  svg: 'Sharp at every size, with its fonts, a title and a legend.',
  png: 'Twice the size of the screen, with a title and a legend.',
  html: 'A page that needs nothing else, on which the picture can be moved and zoomed.',
  mermaid: 'Text that GitHub and others draw in Markdown.',
  dot: 'Text for Graphviz.',
}

function PictureExport({ choice }: PartProps) {
  const session = useSession()
  const selected = useApp(state => state.selection.objects.length)
  const [form, setForm] = useState<PictureForm>('svg')
  const [extent, setExtent] = useState<PictureExtent>('all')
  const [theme, setTheme] = useState<ThemeName>(themeOf(session.store.getState().view))
  const isText = form === 'mermaid' || form === 'dot'
  const request = { form, extent: isText && extent === 'view' ? 'all' : extent, theme } as const
  return (
    <ExportFrame
      choice={choice}
      onCopy={() => void copyPicture(session, request)}
      onDownload={() => void downloadPicture(session, request)}
    >
      <Row label="Form">
        <Segmented label="Form" value={form} choices={PICTURES} onChange={setForm} />
      </Row>
      <Row label="Part">
        <Segmented
          label="Part"
          value={request.extent}
          choices={[
            { value: 'all', label: 'All' },
            ...selectionChoice(selected),
            ...(isText ? [] : [{ value: 'view', label: 'In view' } as const]),
          ]}
          onChange={setExtent}
        />
      </Row>
      {!isText && (
        <Row label="Theme">
          <Segmented label="Theme" value={theme} choices={THEMES} onChange={setTheme} />
        </Row>
      )}
      <p className={css.note}>{NOTES[form]}</p>
    </ExportFrame>
  )
}

type FrameProps = PartProps & {
  readonly onCopy: () => void
  readonly onDownload: () => void
  readonly onSave?: () => void
  readonly children: ReactNode
}

function ExportFrame({ choice, onCopy, onDownload, onSave, children }: FrameProps) {
  const session = useSession()
  const after = (act: () => void) => () => {
    closeDialog(session)
    act()
  }
  return (
    <Dialog
      title="Export"
      onClose={() => closeDialog(session)}
      foot={
        <>
          <Button icon="i-copy" onClick={after(onCopy)}>
            Copy
          </Button>
          <span className={css.push} />
          {onSave && (
            <Button look="outline" icon="i-folder" onClick={after(onSave)}>
              To a folder…
            </Button>
          )}
          <Button look="primary" icon="i-download" onClick={after(onDownload)}>
            Download
          </Button>
        </>
      }
    >
      {choice}
      {children}
    </Dialog>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={css.row}>
      <span className={css.label}>{label}</span>
      <span>{children}</span>
    </div>
  )
}

function selectionChoice(selected: number): readonly { readonly value: 'selection'; readonly label: string }[] {
  return selected === 0 ? [] : [{ value: 'selection', label: selected === 1 ? 'Selection' : `Selection (${selected})` }]
}
