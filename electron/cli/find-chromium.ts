import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A browser of this machine that can draw a picture without a window; CHARTROOM_CHROMIUM names one. Null: there is none. */
export async function findChromium(env: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  const candidates = [
    ...(env['CHARTROOM_CHROMIUM'] ? [env['CHARTROOM_CHROMIUM']] : []),
    ...folders.flatMap(folder => NAMES.map(name => join(folder, name))),
    ...ELSEWHERE,
  ]
  for (const path of candidates) if (await canRun(path)) return path
  return null
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
