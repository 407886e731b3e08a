import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { _electron } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import type { Front } from '../front'
import { ownFolder, PAGE_SIZE } from './own-folder'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the built app in a real Electron, whose program `npm run test:electron` names. */
export async function launchElectron(config: string, paths: readonly string[]): Promise<ElectronApplication> {
  const program = process.env.CHARTROOM_ELECTRON
  if (program === undefined) throw new Error('CHARTROOM_ELECTRON names no program: npm run test:electron does')
  // Chromium refuses its sandbox to root; nothing of the app's own settings changes.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return _electron.launch({
    ...{ executablePath: program, args: [...switches, repository, ...paths] },
    env: { ...definedOf(process.env), CHARTROOM_CONFIG: config },
  })
}

/** Electron's own front, for journeys that are the same on every front. */
export function electronWindow(): Front {
  const config = ownFolder(PAGE_SIZE)
  let started: ElectronApplication | null = null
  return {
    page: null,
    async start(paths) {
      started = await launchElectron(config, paths)
      return started.firstWindow()
    },
    async crash() {
      const app = started
      const ended = new Promise(resolve => app?.process().once('exit', resolve))
      app?.process().kill('SIGKILL')
      await ended
    },
    async pick(folder) {
      await started?.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
      }, folder)
    },
    troubles: () => [],
    async stop() {
      // Without the question about unsaved work: the journey has seen what it wanted.
      await started?.evaluate(({ app }) => app.exit(0)).catch(() => undefined)
      rmSync(config, { recursive: true, force: true })
    },
  }
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
