// How values are written.

const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'})
const day = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'})
const count = new Intl.NumberFormat('en')
const compact = new Intl.NumberFormat('en', {notation: 'compact', maximumFractionDigits: 1})

export const timeOf = at => clock.format(new Date(at))
export const dayOf = at => day.format(new Date(at))
export const number = value => count.format(value)
export const brief = value => Math.abs(value) < 10_000 ? count.format(value) : compact.format(value)

export function money({amount, currency}) {
  return new Intl.NumberFormat('en', {style: 'currency', currency}).format(amount)
}

/**
 * The amount of so many pieces of so much each, as a decimal string: [[amount, pieces], …]. Counted in the smallest unit that
 * any of the amounts has, since doubles would lose some.
 */
export function total(prices) {
  const decimals = Math.max(0, ...prices.map(([amount]) => (amount.split('.')[1] ?? '').length))
  const units = prices.reduce((sum, [amount, pieces]) => sum + unitsOf(amount, decimals) * BigInt(pieces), 0n)
  const digits = units.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

function unitsOf(amount, decimals) {
  const [whole, part = ''] = amount.split('.')
  return BigInt(whole + part.padEnd(decimals, '0'))
}

/** 41 ms, 2.3 s, 4 min, 3 h. */
export function duration(millis) {
  if (millis < 1_000) {
    return `${Math.round(millis)} ms`
  }
  if (millis < 60_000) {
    return `${(millis / 1_000).toFixed(1)} s`
  }
  return millis < 3_600_000 ? `${Math.round(millis / 60_000)} min` : `${Math.round(millis / 3_600_000)} h`
}

export const ago = at => `${duration(Math.max(0, 1_000 * Math.floor((Date.now() - new Date(at)) / 1_000))).replace('.0', '')} ago`

/** The end of an id tells people more than its beginning, which is a time. */
export const shortId = id => `…${id.slice(-8)}`

/** PAYMENT_DECLINED: Payment declined. */
export function words(name) {
  const text = name.replaceAll('_', ' ').replaceAll('-', ' ').toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** OrderPlaced: Order placed. */
export const sentence = name => words(name.replace(/([a-z])([A-Z])/g, '$1 $2'))

const GOOD = ['DELIVERED', 'RETURNED']
const BAD = ['CANCELLED', 'CANCELLING', 'RECALLING']

export function kindOf(status) {
  return GOOD.includes(status) ? 'good' : BAD.includes(status) ? 'bad' : 'accent'
}
