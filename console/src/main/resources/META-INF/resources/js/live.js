// What happens, as it happens: an order's timeline by server-sent events, notices by WebSocket. Both survive interruptions.

import { Problem, call } from './api.js'

/** An EventSource hears only what it is told to listen for. What a newer server calls otherwise is read when the stream ends. */
const EVENTS = [
  'OrderPlaced', 'PaymentRequested', 'OrderConfirmed', 'ParcelTracked', 'OrderShipped', 'OrderDelivered',
  'AddressChanged', 'AnswerRecorded', 'ShipmentRecallRequested', 'OrderCancelled', 'OrderClosed', 'OrderStuck',
  'ReturnAccepted', 'OrderReturned', 'ReturnClosed',
]

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000

/** A connection that was let in only to be closed has not lasted: 1013, too many of one customer. */
const LASTED = 5_000

export const SETTLED = ['CANCELLED', 'DELIVERED', 'RETURNED']

const sleep = (millis, signal) => new Promise(resolve => {
  const timer = setTimeout(resolve, millis)
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve() }, {once: true})
})

/**
 * Tells every entry of an order's timeline once and in order, until the order is settled or the signal aborts. The state is
 * 'live', 'waiting' (to connect again) or 'over'.
 */
export async function follow(id, {onEntry, onState, signal}) {
  let seen = 0
  let pause = FIRST_PAUSE
  const tell = entry => {
    if (entry.version > seen && !signal.aborted) {
      seen = entry.version
      onEntry(entry)
    }
  }
  while (!signal.aborted) {
    try {
      const before = seen
      await stream(id, seen, tell, () => onState('live'), signal)
      const timeline = await call('order', `/orders/${id}/timeline`)
      const order = await call('order', `/orders/${id}`)
      timeline.forEach(tell)
      if (SETTLED.includes(order.status) && order.version <= seen) {
        onState('over')
        return
      }
      pause = seen > before ? FIRST_PAUSE : pause
    } catch (problem) {
      if (problem instanceof Problem && !problem.isAway && problem.status !== 429) {
        throw problem
      }
    }
    if (!signal.aborted) {
      onState('waiting')
      await sleep(pause, signal)
      pause = Math.min(2 * pause, LONGEST_PAUSE)
    }
  }
}

/** One connection, which is what a ticket is good for; ends with it. */
async function stream(id, seen, tell, opened, signal) {
  const {ticket} = await call('order', '/tickets', {method: 'POST'})
  await new Promise(resolve => {
    const source = new EventSource(`/api/order/orders/${id}/events?ticket=${encodeURIComponent(ticket)}&lastEventId=${seen}`)
    const end = () => { source.close(); resolve() }
    source.onopen = opened
    source.onerror = end
    EVENTS.forEach(name => source.addEventListener(name, event => tell(JSON.parse(event.data))))
    signal.addEventListener('abort', end, {once: true})
    if (signal.aborted) {
      end()
    }
  })
}

/** Tells every notice that comes from now on, until the signal aborts. */
export async function notices({onNotice, onState, signal}) {
  let pause = FIRST_PAUSE
  while (!signal.aborted) {
    try {
      const {ticket} = await call('notification', '/tickets', {method: 'POST'})
      const lasted = await connection(ticket, onNotice, () => onState('live'), signal)
      pause = lasted < LASTED ? pause : FIRST_PAUSE
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403) {
        onState('off')
        return
      }
    }
    if (!signal.aborted) {
      onState('waiting')
      await sleep(pause, signal)
      pause = Math.min(2 * pause, LONGEST_PAUSE)
    }
  }
}

/** How long it was open, in milliseconds, once it is closed. */
function connection(ticket, onNotice, opened, signal) {
  return new Promise(resolve => {
    // What has ended tells nobody who comes later: who signed out while the ticket was on its way is not listened for.
    if (signal.aborted) {
      resolve(0)
      return
    }
    let since = Infinity
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}/api/notification/notifications/live?ticket=${encodeURIComponent(ticket)}`)
    socket.onopen = () => { since = performance.now(); opened() }
    socket.onmessage = message => onNotice(JSON.parse(message.data))
    socket.onclose = () => resolve(performance.now() - since)
    signal.addEventListener('abort', () => socket.close(), {once: true})
  })
}
