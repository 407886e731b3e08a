import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { ensureChromium } from '../ensure-chromium.mjs'
import { icnsOf, icnsTypes, icoOf } from './icon-files.mjs'

/** `npm run icons`: draws build/icons anew from its SVGs. What it makes is committed, so that a package needs no browser. */
const folder = fileURLToPath(new URL('../icons/', import.meta.url))
const drawings = {
  large: readFileSync(`${folder}chartroom.svg`, 'utf8'),
  // Below 48 pixels thin lines turn to mud, so that there is a drawing of few and thick ones.
  small: readFileSync(`${folder}chartroom-small.svg`, 'utf8'),
}
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
// The Dock expects air around an icon: 824 of 1024.
const MAC_SHARE = 824 / 1024

const known = ensureChromium()
const browser = await chromium.launch({
  ...(known === 'playwright' ? {} : { executablePath: known }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  const page = await browser.newPage()
  const draw = async (/** @type {number} */ size, share = 1) => {
    await page.setViewportSize({ width: size, height: size })
    const side = Math.round(size * share)
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:grid;place-items:center}svg{width:${side}px;height:${side}px}</style>` +
        (size < 48 ? drawings.small : drawings.large),
    )
    return { size, png: await page.screenshot({ omitBackground: true }) }
  }
  const drawn = []
  for (const size of linuxSizes) drawn.push(await draw(size))
  for (const { size, png } of drawn) writeFileSync(`${folder}${size}x${size}.png`, png)
  writeFileSync(`${folder}icon.ico`, icoOf(drawn.filter(({ size }) => windowsSizes.includes(size))))
  const forMac = []
  for (const size of new Set(icnsTypes.map(([, pixels]) => pixels))) forMac.push(await draw(size, MAC_SHARE))
  writeFileSync(`${folder}icon.icns`, icnsOf(forMac))
} finally {
  await browser.close()
}
