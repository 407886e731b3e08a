/**
 * A float as kubectl writes it where a map's key is one: Go's shortest form of the *32-bit* number, `%g`.
 * `1.0: x` has the key `1`, `1e6: x` the key `1e+06`.
 */
export function goFloatKey(value: number): string {
  const single = Math.fround(value)
  if (Number.isNaN(single)) return '.nan'
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf'
  if (single === 0) return Object.is(single, -0) ? '-0' : '0'

  const [mantissa, exponentText] = shortestSingle(single).split('e')
  const exponent = Number(exponentText)
  if (exponent >= -4 && exponent < 6) return plainDigits(mantissa!, exponent)
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${size}`
}

/** The fewest digits that still read back as this 32-bit number, in scientific notation. */
function shortestSingle(single: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const written = roundedToEven(single, digits)
    if (Math.fround(Number(written)) === single) return written
  }
  return single.toExponential(9)
}

/** toExponential, which rounds a tie up where Go goes to the even digit. */
function roundedToEven(single: number, digits: number): string {
  const exact = single.toExponential(60)
  const cut = exact.indexOf('.') + 1 + digits
  const exponent = exact.indexOf('e')
  const isTie = /^50*$/.test(exact.slice(cut, exponent))
  const kept = exact.slice(0, cut).replace(/\.$/, '')
  return isTie && Number(kept.at(-1)) % 2 === 0 ? kept + exact.slice(exponent) : single.toExponential(digits)
}

function plainDigits(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const rest = digits.slice(exponent + 1)
  return sign + whole + (rest === '' ? '' : `.${rest}`)
}
