/** A file's text, put into the bundle (Vite). */
declare module '*?raw' {
  const text: string
  // eslint-disable-next-line no-restricted-syntax -- Vite gives the text as the default export.
  export default text
}
