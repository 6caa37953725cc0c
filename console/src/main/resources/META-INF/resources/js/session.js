// Who is signed in. The token lives as long as the tab: sessionStorage, never an address, a cookie or the disk.

const KEY = 'orderflow-token'

/** Whether the address has a token in it (#token=…), as those do that ./run prints. */
export const isInAddress = () => location.hash.startsWith('#token=')

/** The token of the address, or null. Whatever it is, it gives way to what was there before, at once. */
export function takeFromAddress(before) {
  const given = /^#token=([\w-]+\.[\w-]+\.[\w-]+)$/.exec(location.hash)
  if (isInAddress()) {
    history.replaceState(null, '', location.pathname + before)
  }
  return given === null ? null : given[1]
}

/** Whether the token is one that may be tried. What it is worth, the services say. */
export function signIn(token) {
  const claims = read(token.trim())
  if (claims === null) {
    return false
  }
  sessionStorage.setItem(KEY, token.trim())
  return true
}

export function signOut() {
  sessionStorage.removeItem(KEY)
}

/** {token, subject, email, roles, expiresAt}, or null if nobody is signed in. */
export function caller() {
  const token = sessionStorage.getItem(KEY)
  return token === null ? null : callerOf(token)
}

/** Whom a token says that it is of; null if it is none that may be tried. */
export function callerOf(token) {
  const claims = read(token)
  return claims === null ? null : {
    token,
    subject: claims.sub,
    email: claims.email,
    roles: new Set(claims.groups ?? []),
    expiresAt: new Date(claims.exp * 1000),
  }
}

/** The claims of a token that has not expired, else null. */
function read(token) {
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), char => char.charCodeAt(0))
    const claims = JSON.parse(new TextDecoder().decode(bytes))
    return typeof claims.sub === 'string' && claims.exp * 1000 > Date.now() ? claims : null
  } catch {
    return null
  }
}
