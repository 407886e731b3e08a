const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const DAY_NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const MACROS: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
])

/**
 * A cron schedule in words, where a short sentence says all of it ("Every 15 minutes", "Monday to Friday at 03:00");
 * any other schedule as it is written.
 */
export function scheduleWords(schedule: string): string {
  const written = schedule.trim()
  const fields = (MACROS.get(written.toLowerCase()) ?? written).split(/\s+/)
  if (fields.length !== 5) return written
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = ''] = fields
  const isEveryDay = isAny(dayOfMonth) && isAny(month) && isAny(dayOfWeek)
  if (isEveryDay && !isNumber(hour)) return everySoOften(minute, hour) ?? written
  const days = dayWords(dayOfMonth, month, dayOfWeek)
  return days !== null && isNumber(minute) && isNumber(hour) ? `${days} at ${clock(hour, minute)}` : written
}

function everySoOften(minute: string, hour: string): string | null {
  const minutes = stepOf(minute)
  const hours = stepOf(hour)
  if (hours === 1 && minutes !== null) return minutes === 1 ? 'Every minute' : evenly(minutes, 60, 'minutes')
  if (!isNumber(minute)) return null
  if (hours === 1) return Number(minute) === 0 ? 'Every hour' : `Every hour at :${twoDigits(minute)}`
  const words = hours === null ? null : evenly(hours, 24, 'hours')
  return words === null || Number(minute) === 0 ? words : `${words} at :${twoDigits(minute)}`
}

/** A step that doesn't divide the hour or the day leaves a shorter gap at its end, so "every" would be wrong. */
function evenly(step: number, whole: number, unit: string): string | null {
  return step > 0 && whole % step === 0 ? `Every ${step} ${unit}` : null
}

function dayWords(dayOfMonth: string, month: string, dayOfWeek: string): string | null {
  if (!isAny(month)) return null
  if (isAny(dayOfMonth)) return isAny(dayOfWeek) ? 'Every day' : weekdayWords(dayOfWeek)
  return isAny(dayOfWeek) && isNumber(dayOfMonth) ? `Day ${Number(dayOfMonth)} of every month` : null
}

function weekdayWords(field: string): string | null {
  const days = field.split(/[,-]/).map(weekdayName)
  if (days.some(day => day === undefined)) return null
  if (/^\w+-\w+$/.test(field)) return `${days[0]} to ${days[1]}`
  if (field.includes('-')) return null
  return days.length === 1 ? `Every ${days[0]}` : `${days.slice(0, -1).join(', ')} and ${days.at(-1)}`
}

function weekdayName(day: string): string | undefined {
  const named = DAY_NAMES.indexOf(day.toUpperCase())
  if (named !== -1) return DAYS[named]
  return isNumber(day) ? DAYS[Number(day)] : undefined
}

/** 1 for `*`, n for `*`/n, null for anything else. */
function stepOf(field: string): number | null {
  if (field === '*') return 1
  const step = /^\*\/(\d+)$/.exec(field)?.[1]
  return step === undefined ? null : Number(step)
}

function clock(hour: string, minute: string): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}
function twoDigits(number: string): string {
  return number.padStart(2, '0')
}
function isAny(field: string): boolean {
  return field === '*' || field === '?'
}
function isNumber(field: string): boolean {
  return /^\d{1,2}$/.test(field)
}
