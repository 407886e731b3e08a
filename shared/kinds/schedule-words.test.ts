import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scheduleWords } from './schedule-words'

describe('scheduleWords', () => {
  it.each([
    ['*/15 * * * *', 'Every 15 minutes'],
    ['* * * * *', 'Every minute'],
    ['0 * * * *', 'Every hour'],
    ['30 * * * *', 'Every hour at :30'],
    ['0 */6 * * *', 'Every 6 hours'],
    ['5 */6 * * *', 'Every 6 hours at :05'],
    ['0 3 * * *', 'Every day at 03:00'],
    ['15 14 1 * *', 'Day 1 of every month at 14:15'],
    ['0 22 * * 1-5', 'Monday to Friday at 22:00'],
    ['0 3 * * SUN', 'Every Sunday at 03:00'],
    ['0 3 * * 0', 'Every Sunday at 03:00'],
    ['0 3 * * 7', 'Every Sunday at 03:00'],
    ['0 3 * * mon,wed,fri', 'Monday, Wednesday and Friday at 03:00'],
    ['@hourly', 'Every hour'],
    ['@daily', 'Every day at 00:00'],
    ['@weekly', 'Every Sunday at 00:00'],
    ['@monthly', 'Day 1 of every month at 00:00'],
  ])('says %j as %j', (schedule, words) => {
    expect(scheduleWords(schedule)).toBe(words)
  })

  it.each([
    ['*/7 * * * *', 'a step that leaves a shorter gap at the end of the hour'],
    ['0 */5 * * *', 'a step that leaves a shorter gap at the end of the day'],
    ['*/15 */2 * * *', 'two steps'],
    ['0 3 1 * 1', 'a day of the month or of the week'],
    ['0 3 * 6 *', 'one month'],
    ['0,30 3 * * *', 'a list of minutes'],
    ['0 3 * * 1-3,5', 'a range and a day'],
    ['@yearly', 'a day of the year'],
    ['@every 5m', 'what is no cron field'],
    ['CRON_TZ=UTC 0 3 * * *', 'a time zone in front'],
  ])('leaves %j as it is: %s', schedule => {
    expect(scheduleWords(schedule)).toBe(schedule)
  })

  it('never throws and never says nothing, whatever is written', () => {
    const field = fc.constantFrom('*', '0', '59', '99', '*/0', '*/5', '1-5', 'MON', 'x', '?', '0-', '-', ',')
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), fields => {
        expect(scheduleWords(fields.join(' '))).not.toMatch(/undefined|NaN|^$/)
      }),
    )
  })
})
