// Orders that nobody but an operator moves on.

import { empty, h, loading, redraw, show, table, tag } from '../dom.js'
import { call, itemsOf } from '../api.js'
import { ago, shortId, words } from '../format.js'
import { newKey } from '../keys.js'
import { ask, awayNote, field, moreNote, oneAtATime, problemCard, tellProblem, toast } from '../parts.js'
import { repeat } from '../poll.js'

const RETRYABLE = ['RECALLING', 'CANCELLING', 'RETURNING', 'REFUNDING']
const OUTCOMES = ['CANCELLED', 'DELIVERED', 'RETURNED']
const EVERY = 10_000
const SHOWN = 200

export async function sagasView({main, signal}) {
  const page = {signal, acting: 0, ...boxes()}
  show(main, frame(page))
  await repeat(() => load(page).catch(problem => sayWhy(page, problem)), EVERY, signal)
}

function boxes() {
  return {
    trouble: h('div', {class: 'stack'}),
    stuck: h('section', {class: 'card', id: 'stuck-sagas'}, h('h2', {}, 'Stuck'), loading('sagas')),
    active: h('section', {class: 'card', id: 'active-sagas'}, h('h2', {}, 'Under way'), loading('sagas')),
  }
}

function frame({trouble, stuck, active}) {
  return h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Stuck sagas'),
      h('p', {}, 'Retry first: it asks those again who have not answered. Resolving closes an order by hand and moves no money and no goods.'))),
    trouble, stuck, active)
}

/** As long as it lasts: the next look may find order there again. */
function sayWhy(page, problem) {
  page.signal.aborted || show(page.trouble, problem.isAway ? awayNote('Order', problem) : problemCard(problem))
}

async function load(page) {
  const [stuck, active] = await Promise.all(['stuck', 'active'].map(state => itemsOf('order', `/admin/sagas?state=${state}&limit=200`, SHOWN)))
  // A question gives the focus back to who asked it, and who is at work is not asked again.
  if (!page.signal.aborted && !document.getElementById('dialog').open && page.acting === 0) {
    show(page.trouble)
    draw(page, stuck, active)
  }
}

function draw(page, stuck, active) {
  redraw(page.stuck, h('h2', {}, 'Stuck'), stuck.items.length === 0
    ? empty('Nothing is stuck', 'Every order moves on by itself.')
    : [sagaTable('Stuck sagas', stuck.items, saga => actions(page, saga, true)), moreNote('those that wait longest', stuck.more)])
  redraw(page.active, h('h2', {}, 'Under way'), active.items.length === 0
    ? empty('Nothing is under way', 'Orders that wait for somebody show up here, the next deadline first.')
    : [sagaTable('Sagas under way', active.items, saga => actions(page, saga, false)), moreNote('those whose deadline is next', active.more)])
}

function actions(page, saga, isStuck) {
  const order = shortId(saga.orderId)
  const press = oneAtATime()
  return h('div', {class: 'row'},
    RETRYABLE.includes(saga.state) ? h('button', {type: 'button', class: 'small', 'aria-label': `Retry order ${order}`, onclick: press(() => act(page, () => retry(saga)))}, 'Retry') : null,
    isStuck ? h('button', {type: 'button', class: 'small danger', 'aria-label': `Resolve order ${order}`, onclick: press(() => act(page, () => resolve(saga, page.signal)))}, 'Resolve') : null)
}

async function act(page, work) {
  page.acting++
  const done = await work().catch(tellProblem)
  page.acting--
  if (done && !page.signal.aborted) {
    document.getElementById('main').focus()
    await load(page).catch(problem => sayWhy(page, problem))
  }
}

async function retry(saga) {
  await call('order', `/admin/sagas/${saga.orderId}/retry`, {method: 'POST', key: newKey()})
  toast(`${saga.waitingFor.map(words).join(', ') || 'Those who are due'} asked again.`)
  return true
}

async function resolve(saga, signal) {
  const form = await ask({
    title: `Resolve order ${shortId(saga.orderId)}?`,
    text: 'Settle money and goods with the provider, the carrier or the stock first. The reason is kept, and the customer reads it.',
    confirm: 'Resolve it',
    danger: true,
    signal,
    fields: [
      field('outcome', 'Outcome', h('select', {}, OUTCOMES.map(outcome => h('option', {value: outcome}, words(outcome))))),
      field('reason', 'Reason', h('input', {required: true, maxlength: 200})),
    ],
  })
  if (form === null) {
    return false
  }
  await call('order', `/admin/sagas/${saga.orderId}/resolve`, {method: 'POST', body: {outcome: form.get('outcome'), reason: form.get('reason')}, key: newKey()})
  toast('The saga is closed.')
  return true
}

function sagaTable(caption, sagas, actions) {
  return table(caption, [['Order'], ['State'], ['Since'], ['Waits for'], ['Round', 'number'], ['Deadline'], ['What to do']], sagas.map(saga => h('tr', {},
    h('td', {}, h('a', {href: `#/orders/${saga.orderId}`, class: 'mono', 'aria-label': `Order ${saga.orderId}`}, shortId(saga.orderId))),
    h('td', {}, tag(words(saga.state), saga.stuck ? 'bad' : 'accent')),
    h('td', {class: 'nowrap'}, ago(saga.since)),
    h('td', {}, saga.waitingFor.map(words).join(', ') || 'nobody'),
    h('td', {class: 'number'}, saga.round),
    h('td', {class: 'nowrap'}, saga.deadline ? inTime(saga.deadline) : '–'),
    h('td', {}, actions(saga)))))
}

function inTime(deadline) {
  const left = new Date(deadline) - Date.now()
  return left <= 0 ? 'passed' : `in ${Math.ceil(left / 60_000)} min`
}
