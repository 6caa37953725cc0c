// What the customer was told, and is told now.

import { empty, h, loading, redraw, show, table, tag } from '../dom.js'
import { call } from '../api.js'
import { dayOf, shortId, words } from '../format.js'
import { heard, watch } from '../notices.js'
import { awayNote, tellProblem } from '../parts.js'

const NEWEST = '/notifications?limit=50'

export async function noticesView({main, signal}) {
  const points = h('div', {})
  const page = {signal, state: heard().state, live: h('span', {}), list: h('section', {class: 'card'}, loading('notices'))}
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Notices'), h('p', {}, 'Each step of your orders, as you were told by mail, the newest first.')), h('div', {class: 'row'}, points, page.live)),
    page.list))
  showPoints(points, signal)
  page.items = (await call('notification', NEWEST)).items
  if (signal.aborted) {
    return
  }
  watch(() => changed(page), signal)
  await changed(page)
}

/** What came while nobody listened is told to nobody afterwards: the list is read again. */
async function changed(page) {
  const {state} = heard()
  const isBack = state === 'live' && page.state !== 'live'
  page.state = state
  draw(page)
  if (isBack) {
    await readAgain(page)
  }
}

async function readAgain(page) {
  try {
    page.items = (await call('notification', NEWEST)).items
    page.signal.aborted || draw(page)
  } catch (problem) {
    // At the next notice it is tried again.
    page.state = 'waiting'
    page.signal.aborted || problem.isAway || tellProblem(problem)
  }
}

function draw(page) {
  const {state, notices} = heard()
  show(page.live, liveTag(state))
  const all = newest(page.items, notices)
  redraw(page.list, all.length === 0 ? empty('Nothing yet', 'Place an order, and you are told of each of its steps.') : noticeTable(all))
}

/** Each once. What was sent is not begun any more, whichever of the two was heard last. */
function newest(...lists) {
  const all = new Map()
  for (const notice of lists.flat()) {
    if (notice.status !== 'PENDING' || !all.has(notice.id)) {
      all.set(notice.id, notice)
    }
  }
  return [...all.values()].sort((one, other) => new Date(other.createdAt) - new Date(one.createdAt))
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
