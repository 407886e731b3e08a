/** What the stand-in tells of, by the interface of Electron's that has it. Nothing else can be listened to. */
export const eventNames = {
  App: [
    ...['ready', 'activate', 'before-quit', 'open-file', 'quit', 'second-instance', 'web-contents-created'],
    ...['will-quit', 'window-all-closed'],
  ],
  BrowserWindow: [
    ...['close', 'closed', 'enter-full-screen', 'focus', 'leave-full-screen', 'maximize', 'minimize', 'move'],
    ...['ready-to-show', 'resize', 'responsive', 'restore', 'show', 'unmaximize', 'unresponsive'],
  ],
  Session: ['will-download'],
  WebContents: [
    ...['render-process-gone', 'will-attach-webview', 'will-frame-navigate', 'will-navigate', 'will-prevent-unload'],
    ...['will-redirect'],
  ],
} as const
