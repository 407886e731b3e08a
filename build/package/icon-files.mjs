/** Icons of the systems that want several sizes in one file, made of PNGs. Both formats hold PNGs as they are. */

/** @typedef {{ readonly size: number, readonly png: Uint8Array }} Drawn */

/**
 * A Windows .ico of the given sizes, none over 256.
 *
 * @param {readonly Drawn[]} drawn
 */
export function icoOf(drawn) {
  const head = Buffer.alloc(6 + 16 * drawn.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(drawn.length, 4)
  let from = head.length
  drawn.forEach(({ size, png }, i) => {
    const at = 6 + 16 * i
    // A byte can't hold 256: 0 stands for it.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(from, at + 12)
    from += png.length
  })
  return Buffer.concat([head, ...drawn.map(({ png }) => png)])
}

/** What macOS calls each picture, and its size in pixels: 16@2x is 32. */
export const icnsTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
])

/**
 * A macOS .icns. Throws where a size is missing.
 *
 * @param {readonly Drawn[]} drawn
 */
export function icnsOf(drawn) {
  const entries = icnsTypes.map(([type, size]) => {
    const png = drawn.find(one => one.size === size)?.png
    if (!png) throw new Error(`There is no picture of ${size} pixels for ${type}`)
    return chunk(type, png)
  })
  return chunk('icns', Buffer.concat(entries))
}

/** @param {string} type @param {Uint8Array} body */
function chunk(type, body) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(8 + body.length, 4)
  return Buffer.concat([head, body])
}
