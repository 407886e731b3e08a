import { useEffect, useState } from 'react'

const SECONDS_SHOWN = 30

/** Secret values are seen for half a minute after they were asked for. */
export function useShownForAWhile() {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isShown) return
    const timer = setTimeout(() => setShown(false), SECONDS_SHOWN * 1000)
    return () => clearTimeout(timer)
  }, [isShown])
  return { isShown, show: () => setShown(true), hide: () => setShown(false) }
}

/** The text that base64 holds; null for what is no base64, or holds something else than text. */
export function textOfBase64(packed: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(packed.replace(/\s/g, '')), letter => letter.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    // Control characters say that it is a key or a picture, which a text field would spoil.
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) ? null : text
  } catch {
    return null
  }
}

/** A text as base64 of its UTF-8. */
export function base64OfText(text: string): string {
  let letters = ''
  for (const byte of new TextEncoder().encode(text)) letters += String.fromCharCode(byte)
  return btoa(letters)
}

/** How many bytes base64 holds. */
export function sizeOfBase64(packed: string): number {
  const letters = packed.replace(/[\s=]/g, '').length
  return Math.floor((letters * 3) / 4)
}
