const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** When something was, as one would say it now: "10 minutes ago", "Yesterday", "12 November". */
export function agoInWords(iso: string, now: Date): string {
  const then = new Date(iso)
  const passed = now.getTime() - then.getTime()
  if (Number.isNaN(passed)) return ''
  if (passed < MINUTE) return 'Just now'
  if (passed < HOUR) return counted(Math.floor(passed / MINUTE), 'minute')
  if (startOfDay(then) === startOfDay(now)) return counted(Math.floor(passed / HOUR), 'hour')
  if (startOfDay(now) - startOfDay(then) <= DAY + 2 * HOUR) return 'Yesterday'
  return then.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(then.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  })
}

function counted(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'} ago`
}

/** Two hours of slack around a day are for the change to summer time. */
function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
