/**
 * Chromium knows no scheme of the app's: its pages are served under a host of our own over https, which has the same
 * properties (an origin, a secure context), and called by their own names everywhere else.
 */
const SUFFIX = '.stand-in.test'

/** `app://chartroom/index.html` as Chromium loads it. */
export function toChromium(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/, (whole, scheme: string, host: string) =>
    /^https?$/.test(scheme) ? whole : `https://${host}.${scheme}${SUFFIX}`,
  )
}

/** The address of a page, a frame or a blob as the app knows it. */
export function toApp(url: string): string {
  return url.replace(/https:\/\/([^/]+)\.([a-z0-9+-]+)\.stand-in\.test/, '$2://$1')
}
