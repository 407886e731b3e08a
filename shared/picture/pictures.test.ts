// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { shop } from '../patterns/samples/shop'
import { updateDesign } from '../workspace/design'
import { addFiles, emptyWorkspace } from '../workspace/workspace'
import { dotOf } from './dot'
import { htmlPageOf } from './html-page'
import { mermaidOf } from './mermaid'
import { sceneOf } from './scene-of'
import { svgOf } from './svg'

function designOf(files: readonly { readonly path: string; readonly text: string }[]) {
  return updateDesign(null, addFiles(emptyWorkspace(), files))
}

const shopDesign = designOf(shop.files)
const hostile = designOf([
  {
    path: 'a.yaml',
    text: `apiVersion: v1
kind: Pod
metadata: { name: '<script>"&', namespace: "x\\u0007]]>" }
spec: { containers: [{ name: "a\`#", image: "שלום-<b>", envFrom: [{ configMapRef: { name: gone } }] }] }
`,
  },
])

function svg(design: typeof shopDesign, view?: { x: number; y: number; width: number; height: number }) {
  const scene = sceneOf(design.graph, design.places)
  const drawn = svgOf(scene, { theme: 'light', title: 'Shop & <sons>', ...(view ? { view } : {}) })
  const page = new DOMParser().parseFromString(drawn.text, 'image/svg+xml')
  expect(page.querySelector('parsererror')).toBeNull()
  return { ...drawn, page, texts: [...page.querySelectorAll('text')].map(text => text.textContent) }
}

describe('svgOf', () => {
  it('is XML that shows every object by name, its namespaces, a title and a legend', () => {
    const { texts } = svg(shopDesign)
    for (const { name } of shopDesign.workspace.objects) expect(texts).toContain(name)
    expect(texts).toEqual(expect.arrayContaining(['shop', 'data', 'Shop & <sons>', '21 objects', 'Configuration']))
  })
  it('draws every relation between two of its cards, with its sentence as a tooltip', () => {
    const titles = [...svg(shopDesign).page.querySelectorAll('title')].map(title => title.textContent)
    expect(titles).toContain('Service api selects Deployment api')
    const drawn = titles.filter(title => / .* .* /.test(title)).length
    expect(drawn).toBeGreaterThan(10)
  })
  it('stays XML, and shows names as they are, whatever is in them', () => {
    const { page, texts } = svg(hostile)
    expect(texts).toContain('<script>"&')
    expect(page.querySelector('script')).toBeNull()
    expect(texts).toContain('Not found')
  })
  it('fetches nothing: every icon that it uses is in it', () => {
    const { page, text } = svg(shopDesign)
    for (const use of page.querySelectorAll('use')) expect(page.querySelector(use.getAttribute('href')!)).not.toBeNull()
    expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/)
  })
  it('shows notes with the lines that they have room for, and frames with their title, inside its bounds', () => {
    const text = 'Policies only add: <default-deny> shuts data, and one rule opens a port of it again to the api.'
    const note = { text, x: -400, y: -300, width: 160, height: 60, isFrame: false, colour: 'amber', more: {} } as const
    const frame = { x: 0, y: 0, width: 500, height: 300, isFrame: true, colour: null, text: 'The & shop' }
    const notes = [note, { ...note, ...frame }]
    const scene = sceneOf(shopDesign.graph, shopDesign.places)
    const drawn = svgOf(scene, { theme: 'dark', title: 'Shop', notes })
    const page = new DOMParser().parseFromString(drawn.text, 'image/svg+xml')
    expect(page.querySelector('parsererror')).toBeNull()
    const texts = [...page.querySelectorAll('text')].map(text => text.textContent)
    expect(texts).toContain('The & shop')
    const lines = texts.filter(line => text.includes(line.replace('…', '')) && line.includes(' '))
    expect(lines).toHaveLength(3)
    expect(lines.at(-1)).toMatch(/…$/)
    expect(drawn.width).toBeGreaterThan(svgOf(scene, { theme: 'dark', title: 'Shop' }).width)
  })
  it('shows only what a view shows', () => {
    const scene = sceneOf(shopDesign.graph, shopDesign.places)
    const { texts, height } = svg(shopDesign, scene.cards[0]!.rect)
    expect(texts).toContain(scene.cards[0]!.content.name)
    expect(texts.length).toBeLessThan(svg(shopDesign).texts.length / 2)
    expect(height).toBeLessThan(400)
  })
  it('says in an empty design that there is nothing', () => {
    expect(svg(designOf([])).texts).toContain('0 objects')
  })
})

describe('htmlPageOf', () => {
  it('holds the picture and fetches nothing', () => {
    const drawn = svg(hostile)
    const html = htmlPageOf(drawn, '</title><script>', 'dark')
    const page = new DOMParser().parseFromString(html, 'text/html')
    expect(page.title).toBe('</title><script>')
    expect(page.querySelectorAll('script')).toHaveLength(1)
    expect(page.querySelectorAll('svg text').length).toBe(drawn.texts.length)
    expect(page.querySelectorAll('[src], link')).toHaveLength(0)
  })
})

describe('the languages of text', () => {
  it('quote what would be markup in them', () => {
    expect(mermaidOf(hostile.graph)).toContain('["Pod <script>#quot;&"]')
    expect(dotOf(hostile.graph)).toContain('[label="Pod <script>\\"&"]')
  })
  it('draw what is missing as a node of its own, with a broken line', () => {
    expect(mermaidOf(hostile.graph)).toMatch(/s0\(\["ConfigMap .*gone \(missing\)"\]\)\n {2}n0 -\.->\|"env from"\| s0/)
    expect(dotOf(hostile.graph)).toContain('n0 -> s0 [label="env from", style=dashed]')
  })
})
