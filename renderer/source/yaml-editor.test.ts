// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applySplices } from '../../shared/text/splice'
import { NO_CUSTOM_KINDS } from '../../shared/kinds/custom-kinds'
import { kindLookup } from '../../shared/kinds/kind-lookup'
import { YamlEditor } from './yaml-editor'

const FILE = 'a: 1\r\nb: 2\r\n'

describe('YamlEditor', () => {
  let editor: YamlEditor
  let text: string
  let takes: boolean
  const show = (next: string, path = 'a.yaml') => editor.show({ path, text: next, readOnly: false, problems: [] })
  const shown = () => editor.view.state.doc.toString()

  beforeEach(() => {
    text = FILE
    takes = true
    editor = new YamlEditor(document.body, {
      onEdit(_path, splices) {
        if (takes) text = applySplices(text, splices)
        return takes
      },
      onCaret: () => undefined,
      onRepair: () => undefined,
      namesFor: () => ({ objects: () => [], keys: () => [] }),
      kinds: () => kindLookup('1.36', NO_CUSTOM_KINDS),
    })
    show(text)
  })
  afterEach(() => editor.destroy())

  it('sends what is typed as splices of the file, with its line breaks', () => {
    editor.view.dispatch({ changes: { from: 4, insert: '\nc: 3' } })
    expect(text).toBe('a: 1\r\nc: 3\r\nb: 2\r\n')
  })
  it('takes in what changed elsewhere and leaves the caret where it was', () => {
    editor.view.dispatch({ selection: { anchor: 9 } })
    show('# new\r\na: 1\r\nb: 2\r\n')
    expect(shown()).toBe('# new\na: 1\nb: 2\n')
    expect(editor.view.state.selection.main.head).toBe(15)
    expect(text).toBe(FILE)
  })
  it('takes back what the file refused', async () => {
    takes = false
    editor.view.dispatch({ changes: { from: 0, insert: 'x' } })
    await Promise.resolve()
    expect(shown()).toBe('a: 1\nb: 2\n')
  })
  it('goes on from a file that changed while another was shown', () => {
    show('other: 1\n', 'b.yaml')
    expect(shown()).toBe('other: 1\n')
    show('a: 2\r\nb: 2\r\n')
    expect(shown()).toBe('a: 2\nb: 2\n')
  })
  it('has a textbox that is called YAML', () => {
    expect(editor.view.contentDOM.getAttribute('aria-label')).toBe('YAML')
    expect(editor.view.contentDOM.getAttribute('role')).toBe('textbox')
  })
})
