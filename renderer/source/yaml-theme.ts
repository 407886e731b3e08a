import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Colours of YAML, by the tokens. To YAML's grammar plain scalars are all alike: value-colours.ts tells numbers. */
export const yamlColours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--syntax-key)' },
  { tag: [tags.string, tags.content, tags.attributeValue], color: 'var(--syntax-string)' },
  { tag: [tags.number], color: 'var(--syntax-number)' },
  { tag: [tags.keyword, tags.bool, tags.null, tags.labelName, tags.typeName], color: 'var(--syntax-keyword)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--syntax-comment)' },
  {
    tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket, tags.meta],
    color: 'var(--syntax-punctuation)',
  },
])

/** The editor's look: no colour of its own, all from tokens.css, so that both themes are one. */
export const yamlTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface-code)', color: 'var(--text-primary)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'var(--size-12)/var(--leading-code) var(--font-code)', fontFeatureSettings: 'normal' },
  '.cm-content': { padding: '4px 0 40px', caretColor: 'var(--accent-border)' },
  '.cm-line': { padding: '0 12px 0 6px' },
  '.cm-cursor': { borderLeft: '1.5px solid var(--accent-border)' },
  '.cm-gutters': { backgroundColor: 'var(--surface-code)', color: 'var(--text-muted)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '30px', padding: '0 4px 0 2px' },
  '.cm-gutter-lint': { width: '16px', order: '-1' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 0 0 3px' },
  '.cm-lint-marker': { width: '12px', height: '18px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--surface-active) 55%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-marked': {
    backgroundColor: 'var(--surface-code-selected)',
    boxShadow: 'inset 2px 0 0 var(--accent-border)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--accent-ring)',
  },
  '.cm-foldGutter': { width: '14px' },
  '.cm-fold-open, .cm-fold-closed': {
    display: 'inline-block',
    width: '6px',
    height: '6px',
    margin: '0 0 1px 3px',
    borderRight: '1.5px solid var(--text-muted)',
    borderBottom: '1.5px solid var(--text-muted)',
    transform: 'rotate(-45deg)',
  },
  '.cm-fold-open': { opacity: '0', transform: 'rotate(45deg) translate(-1px, -1px)' },
  '.cm-gutters:hover .cm-fold-open': { opacity: '1' },
  '.cm-folded': {
    margin: '0 0 0 6px',
    padding: '0 4px',
    borderRadius: '3px',
    background: 'var(--surface-active)',
    color: 'var(--text-secondary)',
    lineHeight: '14px',
  },
  '.cm-number, .cm-number *': { color: 'var(--syntax-number)' },
  '.cm-word, .cm-word *': { color: 'var(--syntax-keyword)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--surface-active)' },
  '.cm-lintRange-error': squiggle('--error-fg'),
  '.cm-lintRange-warning': squiggle('--warning-fg'),
  '.cm-lintRange-info': squiggle('--info-fg'),
  '.cm-tooltip': {
    maxWidth: '380px',
    border: '1px solid var(--border-default)',
    borderRadius: 'var(--radius-3)',
    backgroundColor: 'var(--surface-raised)',
    boxShadow: 'var(--shadow-2)',
    font: 'var(--size-12)/18px var(--font-ui)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { padding: '6px 10px', whiteSpace: 'pre-wrap', border: 'none' },
  '.cm-diagnosticSource': { color: 'var(--text-muted)', fontFamily: 'var(--font-code)', fontSize: 'var(--size-11)' },
  '.cm-diagnosticAction': {
    margin: '0 0 0 10px',
    padding: '0 8px',
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-2)',
    background: 'none',
    color: 'var(--text-primary)',
    font: 'var(--size-11)/18px var(--font-ui)',
  },
  '.cm-field-help': { maxHeight: '220px', padding: '6px 10px', overflowY: 'auto' },
  '.cm-field-help p': { margin: '4px 0 0', whiteSpace: 'pre-wrap' },
  '.cm-field-head': { color: 'var(--text-muted)' },
  '.cm-field-head strong': { color: 'var(--text-primary)', fontFamily: 'var(--font-code)', fontWeight: '600' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '260px',
    padding: '4px',
    font: 'var(--size-12)/22px var(--font-code)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    padding: '0 8px',
    borderRadius: 'var(--radius-2)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--surface-active)',
    color: 'var(--text-primary)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    color: 'var(--text-muted)',
    fontStyle: 'normal',
    fontFamily: 'var(--font-ui)',
  },
  '.cm-tooltip.cm-completionInfo': {
    maxWidth: '320px',
    maxHeight: '220px',
    padding: '6px 10px',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
  },
  '.cm-snippetField': { backgroundColor: 'var(--surface-active)' },
  '.cm-panels': { backgroundColor: 'var(--surface-panel)', color: 'var(--text-primary)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--border-subtle)' },
  '.cm-search': { font: 'var(--size-12)/18px var(--font-ui)' },
  '.cm-textfield': {
    height: '24px',
    border: '1px solid var(--border-control)',
    borderRadius: 'var(--radius-2)',
    backgroundColor: 'var(--surface-inset)',
    color: 'var(--text-primary)',
    fontSize: 'var(--size-12)',
  },
  '.cm-button': {
    height: '24px',
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-2)',
    background: 'none',
    color: 'var(--text-primary)',
    fontSize: 'var(--size-12)',
  },
  '.cm-panel.cm-search [name=close]': { color: 'var(--text-secondary)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warning-bg)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-ring)' },
})

function squiggle(colour: string) {
  return {
    backgroundImage: 'none',
    textDecoration: `underline wavy var(${colour}) 1px`,
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  }
}
