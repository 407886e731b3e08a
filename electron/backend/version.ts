import { version } from '../../package.json'

/** The version of this Chartroom, as its package says. */
export const VERSION: string = version
