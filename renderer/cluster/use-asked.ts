import { useEffect, useState } from 'react'
import type { Answered } from '../store/cluster/ask'

/** What was asked when the part came into the page, and again when `ask` is another function; null until it is answered. */
export function useAsked<T>(ask: () => Promise<Answered<T>>): Answered<T> | null {
  const [answered, setAnswered] = useState<Answered<T> | null>(null)
  useEffect(() => {
    let isGone = false
    void ask().then(answer => !isGone && setAnswered(answer))
    return () => {
      isGone = true
    }
  }, [ask])
  return answered
}
