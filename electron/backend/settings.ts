import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { initialSettings, readSettings } from '../../shared/host'
import type { Settings } from '../../shared/host'
import { configFile, configFolder } from './config-folder'
import type { ConfigFile } from './config-folder'

/** The settings in a folder of Chartroom's own. */
export function settingsFile(folder: string): ConfigFile<Settings> {
  return configFile<Settings>(join(folder, 'settings.json'), readSettings, initialSettings)
}

/** What the last window had open when it went, if it is there: for a start that names nothing else. */
export async function lastOpen(): Promise<readonly string[]> {
  const { lastOpen: path } = await settingsFile(configFolder()).read()
  const found = path === null ? null : await realpath(path).catch(() => null)
  return found === null ? [] : [found]
}
