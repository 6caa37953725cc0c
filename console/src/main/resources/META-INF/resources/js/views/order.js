// One order: where it stands, and its timeline as it is written.

import { announce, h, loading, redraw, show, tag } from '../dom.js'
import { call } from '../api.js'
import { kindOf, shortId, words } from '../format.js'
import { newKey } from '../keys.js'
import { SETTLED, follow } from '../live.js'
import { ask, field, oneAtATime, tellProblem, toast } from '../parts.js'
import { details, line } from './orderparts.js'

const STAGES = ['Placed', 'Reserved', 'Paid', 'Shipped', 'Delivered']
const REACHED = {OrderPlaced: 1, PaymentRequested: 2, OrderConfirmed: 3, OrderShipped: 4, OrderDelivered: 5}
const UNDONE = ['CANCELLED', 'CANCELLING', 'RECALLING', 'RETURNING', 'REFUNDING', 'RETURNED']
const CANCELLABLE = ['PENDING', 'RESERVED', 'CONFIRMED']

/** What can be asked for, by the path of its call. */
const CANCEL = {
  path: 'cancel', title: order => `Cancel order ${order}?`, text: 'What was done for it is undone, step by step.',
  confirm: 'Cancel the order', danger: true, done: 'The order is being undone.',
}
const GIVE_BACK = {
  path: 'returns', title: order => `Send order ${order} back?`, text: 'The payment is refunded when the parcel has arrived.',
  confirm: 'Send it back', danger: false, done: 'The return was accepted.',
}

export async function orderView({main, id, signal}) {
  show(main, loading('the order'))
  const order = await call('order', `/orders/${id}`)
  if (signal.aborted) {
    return
  }
  const page = {id, order, signal, last: null, reached: 0, watching: false, acting: false, ...boxes()}
  showState(page, SETTLED.includes(order.status) ? 'over' : 'waiting')
  draw(page)
  show(main, frame(page))
  await watch(page)
}

/** What of the page changes. */
function boxes() {
  return {
    status: h('span', {id: 'order-status'}),
    connection: h('span', {}),
    stages: h('ol', {class: 'stages', 'aria-label': 'Stages'}, STAGES.map(stage => h('li', {}, stage))),
    timeline: h('ol', {class: 'timeline', id: 'timeline', 'aria-label': 'What has happened'}),
    details: h('div', {}),
    actions: h('div', {}),
  }
}

function frame({id, status, connection, stages, timeline, details, actions}) {
  return h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Order ', h('span', {class: 'mono'}, id.slice(-8))), h('p', {class: 'small mono'}, id)),
      h('div', {class: 'row'}, status, connection)),
    h('section', {class: 'card', 'aria-label': 'Progress'}, stages),
    h('div', {class: 'two'}, h('section', {class: 'card'}, h('h2', {}, 'Timeline'), timeline), h('div', {class: 'side'}, details, actions)))
}

/** Where it stands. */
function draw(page) {
  const {order} = page
  show(page.status, tag(words(order.status), kindOf(order.status)))
  page.stages.classList.toggle('over', UNDONE.includes(order.status))
  show(page.details, details(order))
  // What is pressed stays until its work is done.
  page.acting || redraw(page.actions, actions(page))
}

function showState(page, state) {
  show(page.connection, {
    live: h('span', {class: 'tag accent'}, h('span', {class: 'dot beat'}), 'Live'),
    waiting: h('span', {class: 'tag warn'}, h('span', {class: 'dot'}), 'Connecting again'),
    over: h('span', {class: 'tag'}, 'Complete'),
  }[state])
}

/** Until the order is settled; once at a time. */
async function watch(page) {
  if (page.watching) {
    return
  }
  page.watching = true
  try {
    await follow(page.id, {onEntry: entry => tell(page, entry), onState: state => change(page, state), signal: page.signal})
  } finally {
    page.watching = false
  }
}

/** Once, also where what was followed before is followed again. */
function tell(page, entry) {
  if (page.last !== null && entry.version <= page.last.version) {
    return
  }
  page.timeline.append(line(entry, page.last))
  page.last = entry
  announce(entry.summary)
  page.reached = Math.max(page.reached, REACHED[entry.event] ?? 0)
  ;[...page.stages.children].forEach((stage, index) => stage.classList.toggle('done', index < page.reached))
  refresh(page)
}

function change(page, state) {
  showState(page, state)
  if (state === 'over') {
    refresh(page)
  }
}

/** The entry tells what happened; the order tells where it stands now. */
async function refresh(page) {
  try {
    const now = await call('order', `/orders/${page.id}`)
    if (!page.signal.aborted && now.version >= page.order.version) {
      page.order = now
      draw(page)
    }
  } catch (problem) {
    page.signal.aborted || problem.isAway || tellProblem(problem)
  }
}

function actions(page) {
  const {status} = page.order
  const what = CANCELLABLE.includes(status) ? CANCEL : status === 'DELIVERED' ? GIVE_BACK : null
  return what === null ? [] : h('div', {class: 'row'},
    h('button', {type: 'button', class: what.danger ? 'danger' : null, onclick: oneAtATime()(() => act(page, what))}, what.confirm))
}

async function act(page, what) {
  page.acting = true
  const asked = await request(page, what).catch(problem => { tellProblem(problem); return problem.isUnclear })
  page.acting = false
  if (!page.signal.aborted) {
    draw(page)
  }
  if (asked) {
    // As long as it takes; nobody waits for it.
    watch(page).catch(problem => page.signal.aborted || tellProblem(problem))
  }
}

/** Whether it was asked for in the end. Throws a Problem, after an unclear one of which it may have been. */
async function request(page, {path, title, text, confirm, danger, done}) {
  const reasonField = field('reason', 'Reason', h('input', {maxlength: 200}), 'Optional')
  const form = await ask({title: title(shortId(page.id)), text, confirm, danger, fields: [reasonField], signal: page.signal})
  if (form === null) {
    return false
  }
  const reason = form.get('reason').trim()
  page.order = await call('order', `/orders/${page.id}/${path}`, {method: 'POST', body: reason ? {reason} : {}, key: newKey()})
  toast(done)
  return true
}
