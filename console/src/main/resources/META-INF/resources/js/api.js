// Calls of the services, all through this page's own origin.

import { caller } from './session.js'

/** After these nobody knows from the answer whether what was asked for was done. */
const UNCLEAR = [500, 502, 504]
const STILL_RUNNING = '/problems/request-in-progress'

/** Of all that is 503 these alone had begun nothing; a service's own may have lost its database in the commit. */
const NOT_BEGUN = ['/problems/upstream-away', '/problems/intake-closed']

/** What a service refused, as it said it (RFC 9457). */
export class Problem extends Error {
  /** @param isUnclear whether what was asked for may have been done all the same */
  constructor(body, status, isUnclear) {
    super(body.detail ?? body.title)
    this.status = status
    this.isUnclear = isUnclear
    this.title = body.title ?? 'The call failed'
    this.detail = body.detail
    this.errors = body.errors ?? []
    this.traceId = body.traceId
    this.body = body
  }

  /** The service is not there, or has no such call: the rest of the page goes on without it. */
  get isAway() {
    return [404, 502, 503, 504].includes(this.status)
  }

  /** It is who asks that is refused: another service would say the same. */
  get isOfCaller() {
    return [401, 403].includes(this.status)
  }
}

/** The answer's JSON; null without one. Throws a Problem. */
export async function call(service, path, options = {}) {
  const answer = await send(service, path, options)
  return answer.status === 204 || answer.status === 205 ? null : answer.json()
}

const MOST = 1_000

/** The items of a list, page after page: a thousand and a few at most, and whether there are more. */
export async function itemsOf(service, path, most = MOST) {
  const items = []
  let next = path
  while (next && items.length < most) {
    const page = await call(service, next)
    items.push(...page.items)
    next = page.next
  }
  return {items, more: Boolean(next)}
}

/** The answer's text. */
export async function text(service, path) {
  return (await send(service, path, {})).text()
}

async function send(service, path, {method = 'GET', body, key}) {
  const headers = {}
  const who = caller()
  if (who !== null) {
    headers.Authorization = `Bearer ${who.token}`
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
  }
  if (key !== undefined) {
    headers['Idempotency-Key'] = key
  }
  const changes = method !== 'GET'
  const answer = await reach(`/api/${service}${path}`, {method, headers, body: body === undefined ? undefined : JSON.stringify(body)}, changes)
  if (answer.status === 401 && who?.token === caller()?.token) {
    window.dispatchEvent(new Event('token-refused'))
  }
  if (!answer.ok) {
    const said = await refusal(answer)
    throw new Problem(said, answer.status, changes && mayBeDone(answer.status, said.type))
  }
  return answer
}

function mayBeDone(status, type) {
  return UNCLEAR.includes(status) || type === STILL_RUNNING || (status === 503 && !NOT_BEGUN.includes(type))
}

async function reach(url, options, changes) {
  try {
    return await fetch(url, options)
  } catch {
    throw new Problem({title: 'The console can’t be reached', detail: 'It has stopped, or the network is away. What you see may be old.'}, 503, changes)
  }
}

async function refusal(answer) {
  try {
    return await answer.json()
  } catch {
    return {title: `The service answered ${answer.status}`}
  }
}
