// Addresses that carry a token. Any page can send a browser to one, with a token of its own: nobody becomes anybody unasked.

import { words } from './format.js'
import { ask, toast } from './parts.js'
import { caller, callerOf, signIn, takeFromAddress } from './session.js'

/** Those that open something here. */
const ROLES = ['customer', 'operator']

/**
 * Asks who would be signed in by the address. Answers whether somebody was; else nothing has changed.
 *
 * @param before what stood behind the # before the token did
 */
export async function arrive(before) {
  const token = takeFromAddress(before)
  if (token === null || token === caller()?.token) {
    return false
  }
  const who = callerOf(token)
  if (who === null) {
    toast('The token of the address has expired.', 'bad')
    return false
  }
  return await agreed(who, caller()) && signIn(token)
}

async function agreed(who, now) {
  const isAnother = now !== null && now.subject !== who.subject
  // What is done by mistake is worse with more to say, in one's own name too.
  const isMore = now !== null && ROLES.some(role => who.roles.has(role) && !now.roles.has(role))
  return await ask({
    title: isAnother ? `Sign in as ${who.subject} instead of ${now.subject}?`
      : isMore ? `Sign in as ${who.subject} with other roles: ${rolesOf(who)} instead of ${rolesOf(now)}?` : `Sign in as ${who.subject}?`,
    text: `The address that was opened carries a token of ${who.subject} (${rolesOf(who)}). What you do then is done in that name. Unless you opened it to sign in, keep it as it is.`,
    confirm: `Sign in as ${who.subject}`,
    danger: isAnother || isMore,
  }) !== null
}

export function rolesOf(who) {
  return ROLES.filter(role => who.roles.has(role)).map(words).join(', ') || 'no role'
}
