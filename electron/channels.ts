/** The two ends of what passes between the preload and the main process; both read the names here. */
export const CALL = 'call'
/** Paths of files or folders that the user dropped on the window. */
export const DROPPED = 'dropped'
export const NOTICE = 'notice'
