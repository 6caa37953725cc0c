// What the customer was told, and is told now.

import { empty, h, loading, redraw, show, table, tag } from '../dom.js'
import { call } from '../api.js'
import { dayOf, shortId, words } from '../format.js'
import { heard, watch } from '../notices.js'
import { awayNote } from '../parts.js'

export async function noticesView({main, signal}) {
  const live = h('span', {})
  const points = h('div', {})
  const list = h('section', {class: 'card'}, loading('notices'))
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Notices'), h('p', {}, 'Each step of your orders, as you were told by mail, the newest first.')), h('div', {class: 'row'}, points, live)),
    list))
  showPoints(points, signal)
  const page = await call('notification', '/notifications?limit=50')
  if (signal.aborted) {
    return
  }
  const draw = () => {
    const {state, notices} = heard()
    show(live, liveTag(state))
    const all = new Map([...page.items, ...notices].map(notice => [notice.id, notice]))
    const sorted = [...all.values()].sort((one, other) => new Date(other.createdAt) - new Date(one.createdAt))
    redraw(list, sorted.length === 0 ? empty('Nothing yet', 'Place an order, and you are told of each of its steps.') : noticeTable(sorted))
  }
  watch(draw, signal)
  draw()
}

function liveTag(state) {
  return {
    live: h('span', {class: 'tag accent'}, h('span', {class: 'dot beat'}), 'Live'),
    waiting: tag('Connecting', 'warn'),
    off: tag('Not live'),
  }[state]
}

function noticeTable(notices) {
  return table('Notices', [['When'], ['Subject'], ['Order'], ['By'], ['State']], notices.map(notice => h('tr', {},
    h('td', {class: 'nowrap'}, dayOf(notice.createdAt)),
    h('td', {}, notice.subject ?? words(notice.template)),
    h('td', {}, notice.orderId ? h('a', {href: `#/orders/${notice.orderId}`, class: 'mono', 'aria-label': `Order ${notice.orderId}`}, shortId(notice.orderId)) : '–'),
    h('td', {}, words(notice.channel)),
    h('td', {}, tag(words(notice.status), notice.status === 'SENT' ? 'good' : notice.status === 'FAILED' ? 'bad' : '')))))
}

/** Points are nice to see, and nobody waits for them. */
async function showPoints(box, signal) {
  try {
    const {balance} = await call('loyalty', '/points')
    signal.aborted || show(box, h('span', {class: 'tag good'}, `${balance} points`))
  } catch (problem) {
    signal.aborted || problem.isAway || show(box, awayNote('Loyalty', problem))
  }
}
