// The caller's notices, kept for as long as they are signed in, whatever view is shown.

import { notices } from './live.js'
import { toast } from './parts.js'

const A_MOMENT = 3_000

const received = new Map()
const watchers = new Set()
let state = 'waiting'
let since = 0

/** Listens until the returned function is called. */
export function listen(who) {
  if (!who.roles.has('customer')) {
    return () => {}
  }
  const end = new AbortController()
  const until = told => value => end.signal.aborted || told(value)
  since = Date.now() - A_MOMENT
  state = 'waiting'
  notices({onNotice: until(take), onState: until(change), signal: end.signal})
  return () => {
    end.abort()
    received.clear()
  }
}

function take(notice) {
  const known = received.get(notice.id)
  received.set(notice.id, notice)
  // Once begun and once sent, and once more after a reload: people want to hear of it once.
  if (known === undefined && new Date(notice.createdAt) > since && document.hasFocus()) {
    toast(notice.subject ?? notice.template)
  }
  watchers.forEach(watcher => watcher())
}

function change(next) {
  state = next
  watchers.forEach(watcher => watcher())
}

/** What came since the sign-in, and whether more would: {state, notices}. */
export function heard() {
  return {state, notices: [...received.values()]}
}

export function watch(watcher, signal) {
  watchers.add(watcher)
  signal.addEventListener('abort', () => watchers.delete(watcher), {once: true})
}
