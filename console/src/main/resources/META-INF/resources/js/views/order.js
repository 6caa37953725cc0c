// One order: where it stands, and its timeline as it is written.

import { announce, facts, h, loading, show, tag } from '../dom.js'
import { call } from '../api.js'
import { duration, kindOf, money, sentence, timeOf, words } from '../format.js'
import { SETTLED, follow } from '../live.js'
import { ask, field, tellProblem, toast } from '../parts.js'

const STAGES = ['Placed', 'Reserved', 'Paid', 'Shipped', 'Delivered']
const REACHED = {OrderPlaced: 1, PaymentRequested: 2, OrderConfirmed: 3, OrderShipped: 4, OrderDelivered: 5}
const UNDONE = ['CANCELLED', 'CANCELLING', 'RECALLING', 'RETURNING', 'REFUNDING', 'RETURNED']
const TROUBLE = ['OrderCancelled', 'OrderStuck', 'OrderClosed']
const CANCELLABLE = ['PENDING', 'RESERVED', 'CONFIRMED']

export async function orderView({main, who, id, signal}) {
  show(main, loading('the order'))
  let order = await call('order', `/orders/${id}`)
  if (signal.aborted) {
    return
  }
  const status = h('span', {id: 'order-status'})
  const connection = h('span', {})
  const stages = h('ol', {class: 'stages', 'aria-label': 'Stages'}, STAGES.map(stage => h('li', {}, stage)))
  const timeline = h('ol', {class: 'timeline', id: 'timeline', 'aria-label': 'What has happened'})
  const side = h('div', {class: 'side'})
  let reached = 0
  let last = null

  function draw() {
    show(status, tag(words(order.status), kindOf(order.status)))
    stages.classList.toggle('over', UNDONE.includes(order.status))
    show(side, details(order), actions())
  }

  function onEntry(entry) {
    timeline.append(line(entry, last))
    last = entry
    announce(`${entry.summary}`)
    reached = Math.max(reached, REACHED[entry.event] ?? 0)
    ;[...stages.children].forEach((stage, index) => stage.classList.toggle('done', index < reached))
    refresh()
  }

  /** The entry tells what happened; the order tells where it stands now. */
  async function refresh() {
    try {
      const now = await call('order', `/orders/${id}`)
      if (!signal.aborted && now.version >= order.version) {
        order = now
        draw()
      }
    } catch (problem) {
      signal.aborted || problem.isAway || tellProblem(problem)
    }
  }

  function onState(state) {
    show(connection, {
      live: h('span', {class: 'tag accent'}, h('span', {class: 'dot beat'}), 'Live'),
      waiting: h('span', {class: 'tag warn'}, h('span', {class: 'dot'}), 'Connecting again'),
      over: h('span', {class: 'tag'}, 'Complete'),
    }[state])
    if (state === 'over') {
      refresh()
    }
  }

  function actions() {
    const cancel = CANCELLABLE.includes(order.status)
    const giveBack = order.status === 'DELIVERED'
    if (!cancel && !giveBack) {
      return null
    }
    return h('div', {class: 'row'},
      cancel ? h('button', {type: 'button', class: 'danger', onclick: () => act('cancel')}, 'Cancel the order') : null,
      giveBack ? h('button', {type: 'button', onclick: () => act('returns')}, 'Send it back') : null)
  }

  async function act(what) {
    const form = await ask({
      title: what === 'cancel' ? 'Cancel this order?' : 'Send this order back?',
      text: what === 'cancel' ? 'What was done for it is undone, step by step.' : 'The payment is refunded when the parcel has arrived.',
      confirm: what === 'cancel' ? 'Cancel the order' : 'Send it back',
      danger: what === 'cancel',
      fields: [field('reason', 'Reason', h('input', {maxlength: 200}), 'Optional')],
    })
    if (form === null) {
      return
    }
    try {
      const reason = form.get('reason').trim()
      order = await call('order', `/orders/${id}/${what}`, {method: 'POST', body: reason ? {reason} : {}, key: crypto.randomUUID()})
      toast(what === 'cancel' ? 'The order is being undone.' : 'The return was accepted.')
      draw()
      watch()
    } catch (problem) {
      tellProblem(problem)
    }
  }

  let watching = false
  async function watch() {
    if (watching) {
      return
    }
    watching = true
    try {
      await follow(id, {onEntry: entry => last !== null && entry.version <= last.version || onEntry(entry), onState, signal})
    } finally {
      watching = false
    }
  }

  onState(SETTLED.includes(order.status) ? 'over' : 'waiting')
  draw()
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Order ', h('span', {class: 'mono'}, id.slice(-8))), h('p', {class: 'small mono'}, id)),
      h('div', {class: 'row'}, status, connection)),
    h('section', {class: 'card', 'aria-label': 'Progress'}, stages),
    h('div', {class: 'two'}, h('section', {class: 'card'}, h('h2', {}, 'Timeline'), timeline), side)))
  await watch()
}

function line(entry, before) {
  const gap = before === null ? null : `+${duration(new Date(entry.at) - new Date(before.at))}`
  return h('li', {class: TROUBLE.includes(entry.event) ? 'bad' : '', 'data-event': entry.event},
    h('time', {datetime: entry.at}, timeOf(entry.at), gap ? h('span', {}, gap) : null),
    h('div', {},
      h('div', {class: 'what'}, entry.summary),
      h('div', {class: 'meta'}, tag(entry.service), h('span', {}, sentence(entry.event)),
        entry.data?.trackingNumber ? h('span', {class: 'mono'}, entry.data.trackingNumber) : null)))
}

function details(order) {
  return h('section', {class: 'card stack'},
    h('h2', {}, 'What and how much'),
    h('div', {}, order.items.map(item => h('div', {class: 'cart-line'}, h('span', {}, `${item.quantity} × ${item.name}`), h('span', {class: 'number'}, money(item.lineTotal)))),
      h('div', {class: 'cart-line'}, h('span', {}, 'Shipping'), h('span', {class: 'number'}, money(order.shippingFee))),
      h('div', {class: 'cart-total'}, h('span', {}, 'Total'), h('span', {class: 'number'}, money(order.total)))),
    facts([
      ['Customer', order.customerId],
      order.payment ? ['Payment', words(order.payment.status)] : null,
      order.shipment ? ['Parcel', order.shipment.trackingNumber ?? words(order.shipment.status)] : null,
      order.cancellation?.reason ? ['Cancelled because', words(order.cancellation.reason)] : null,
      order.shippingAddress ? ['To', `${order.shippingAddress.postalCode} ${order.shippingAddress.city}`] : null,
    ]))
}
