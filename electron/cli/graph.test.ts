import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cliFolder, web } from './cli-folder.test-data'

const { at, run, text } = cliFolder()

describe('graph', () => {
  it('gives objects with lines and relations with their places', async () => {
    const { out } = await run('graph', '.', '--json')
    const { objects, relations, problems } = JSON.parse(out)
    expect(objects.map((o: object) => ({ ...o, id: '' }))).toMatchObject([
      {
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
        file: 'web.yaml',
        document: 0,
        item: null,
        line: 2,
        endLine: 20,
      },
      { kind: 'Service', document: 1, line: 22, endLine: 27 },
    ])
    expect(relations).toMatchObject([
      {
        from: objects[0].id,
        to: null,
        missing: { kind: 'ConfigMap', namespace: 'shop', name: 'settings', key: null },
        because: [{ file: 'web.yaml', line: 20 }],
      },
    ])
    expect(problems).toMatchObject([{ code: 'dangling-reference', object: objects[0].id, file: 'web.yaml' }])
  })

  it('shows a file as it was given, or relative to the working directory for what a folder held', async () => {
    const files = async (...args: string[]): Promise<string[]> =>
      JSON.parse((await run('graph', '--json', ...args)).out).objects.map((o: { file: string }) => o.file)
    expect(new Set(await files('./web.yaml'))).toEqual(new Set(['./web.yaml']))
    expect(new Set(await files(at('.'), './web.yaml'))).toEqual(new Set(['web.yaml']))
  })

  it('draws Mermaid and Graphviz, with what is missing dashed', async () => {
    expect((await run('graph', '.', '--mermaid')).out).toContain('n0 -.->|')
    expect((await run('graph', '.', '--dot')).out).toContain('style=dashed')
    expect((await run('graph', '.', '--dot', '--json')).status).toBe(2)
  })

  it('draws SVG and a page without a browser, of a part as well', async () => {
    expect(await run('graph', '.', '--svg', 'all.svg', '--html', 'all.html', '--theme', 'dark')).toMatchObject({
      status: 0,
      out: '',
    })
    expect(text('all.svg')).toContain('>settings</text>')
    expect(text('all.html')).toContain(text('all.svg'))
    const part = await run('graph', '.', '--svg', '-', '--only', 'svc/web', '--title', 'Front')
    expect(part.out).toMatch(/^<svg[^]*>Front<\/text>/)
    expect(part.out).not.toContain('>settings</text>')
  })

  it('draws cards where the window has them, with its notes, and says what it can not read of them', async () => {
    const note = { x: -300, y: 0, width: 200, height: 60, text: 'Why it is so' }
    const layout = { version: 1, cards: {}, notes: { n1: note } }
    mkdirSync(at('.chartroom'))
    writeFileSync(at('.chartroom/layout.json'), JSON.stringify(layout))
    await run('graph', '.', '--svg', 'all.svg', '--html', 'all.html')
    for (const file of ['all.svg', 'all.html']) expect(text(file)).toContain('Why it is so</text>')
    expect((await run('graph', '.', '--svg', '-', '--only', 'svc/web')).out).not.toContain('Why it is so')
    writeFileSync(at('.chartroom/layout.json'), '{')
    const broken = await run('graph', '.', '--svg', '-')
    expect(broken).toMatchObject({ status: 0 })
    expect(broken.err).toContain('layout.json')
    expect(broken.out).toContain('<svg')
  })

  it('writes a picture over a picture, and over nothing else', async () => {
    await run('graph', '.', '--svg', 'all.svg')
    expect((await run('graph', '.', '--svg', 'all.svg', '--theme', 'dark')).status).toBe(0)
    expect((await run('graph', '.', '--svg', 'web.yaml')).status).toBe(1)
    expect(text()).toBe(web)
    expect((await run('graph', '.', '--svg', 'no/folder/all.svg')).status).toBe(4)
  })

  it('says what is missing where no browser can draw a PNG', async () => {
    const { status, err } = await run('graph', '.', '--png', 'all.png')
    expect(status).toBe(4)
    expect(err).toContain('--svg, which needs none')
    expect(existsSync(at('all.png'))).toBe(false)
  })

  it('shows several objects where --only is given again', async () => {
    const shown = async (...only: string[]): Promise<unknown> => {
      const { out } = await run('graph', '.', '--json', '--depth', '0', ...only)
      return JSON.parse(out).objects.map(({ kind }: { readonly kind: string }) => kind)
    }
    expect(await shown('--only', 'svc/web')).toEqual(['Service'])
    expect(await shown('--only', 'svc/web', '--only', 'deploy/web')).toEqual(['Deployment', 'Service'])
    expect(await run('graph', '.', '--only', 'svc/web', '--only', 'svc/gone')).toMatchObject({ status: 3, out: '' })
  })

  it('narrows to what is near an object', async () => {
    const { out } = await run('graph', '.', '--json', '--only', 'svc/web', '--depth', '1')
    expect(JSON.parse(out).objects).toHaveLength(1)
  })
})
