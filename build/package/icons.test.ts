import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { icnsTypes } from './icon-files.mjs'

const folder = new URL('../icons/', import.meta.url)
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, folder))

/** Width and height, from the head of a PNG. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe('the icons', () => {
  it('of Linux are as large as their names say, from 16 to 512', () => {
    const names = readdirSync(folder).filter(name => name.endsWith('.png'))
    const sizes = names.map(name => Number(name.split('x')[0])).sort((a, b) => a - b)
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256, 512])
    for (const size of sizes) expect(sizeOf(bytesOf(`${size}x${size}.png`))).toEqual([size, size])
  })

  it('of Windows hold what the directory says, up to 256', () => {
    const ico = bytesOf('icon.ico')
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => {
      const entry = ico.subarray(6 + 16 * i)
      const from = entry.readUInt32LE(12)
      const [width, height] = sizeOf(ico.subarray(from, from + entry.readUInt32LE(8)))
      expect([width % 256, height % 256]).toEqual([entry[0], entry[1]])
      return width
    })
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  it('of macOS hold each size that it asks for, up to 1024', () => {
    const icns = bytesOf('icon.icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const found: (readonly [string, number])[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      found.push([icns.toString('latin1', at, at + 4), sizeOf(icns.subarray(at + 8))[0]])
    expect(found).toEqual(icnsTypes)
  })
})
