// Throughput and latency: as analytics has counted them from the events, and calls as order itself measures them.

import { empty, h, loading, redraw, show, table } from '../dom.js'
import { call, text } from '../api.js'
import { duration, money, number, total, words } from '../format.js'
import { awayNote, problemCard } from '../parts.js'
import { bars, lines } from '../plots.js'
import { callsOf, parse } from '../metrics.js'
import { repeat } from '../poll.js'

const MINUTE = 60_000
const SHOWN = 60
const EVERY = 15_000
const MOST_CALLS = 6
const PADDING = 42

const STEPS = {
  'placed-reserved': 'Placed to reserved', 'reserved-confirmed': 'Reserved to paid', 'placed-confirmed': 'Placed to paid',
  'confirmed-shipped': 'Paid to shipped', 'shipped-delivered': 'Shipped to delivered', 'placed-delivered': 'Placed to delivered',
  'cancelled-closed': 'Cancelled to undone',
}

const PARTS = [
  {id: 'throughput', title: 'Orders a minute', path: '/analytics/minutes', content: plot},
  {id: 'latency', title: 'How long each step takes', path: '/analytics/latencies', content: latencies},
  {id: 'revenue', title: 'Revenue, the last hour', path: '/analytics/minutes', content: earned},
  {id: 'reasons', title: 'Why orders are cancelled', path: '/analytics/cancellations', content: reasons},
  {id: 'best', title: 'Best sellers', path: '/analytics/best-sellers?limit=10', content: sellers},
]

export async function analyticsView({main, signal}) {
  const away = h('div', {hidden: true})
  const boxes = Object.fromEntries(PARTS.map(({id, title}) => [id, h('section', {class: 'card', id, 'aria-label': title}, h('h2', {}, title), loading('analytics'))]))
  const calls = h('section', {class: 'card', id: 'calls', 'aria-label': 'Calls at order'}, h('h2', {}, 'Calls at order'), loading('metrics'))
  const counted = h('div', {class: 'view'},
    boxes.throughput, h('div', {class: 'two'}, boxes.latency, h('div', {class: 'stack'}, boxes.revenue, boxes.reasons)), boxes.best)
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Analytics'), h('p', {}, 'Counted from the events themselves, each order once; and calls, as order measures them.'))),
    away, counted, calls))

  async function turn() {
    const problems = (await Promise.all([...PARTS.map(part => draw(part, boxes[part.id], signal)), drawCalls(calls, signal)])).slice(0, -1)
    if (signal.aborted) {
      return
    }
    // One word for all of it, instead of the same in every box.
    const allAway = problems.every(problem => problem?.isAway)
    counted.hidden = allAway
    away.hidden = !allAway
    show(away, allAway ? awayNote('Analytics', problems[0]) : null)
  }
  await repeat(turn, EVERY, signal)
}

/** The problem, if there is one. */
async function draw({title, path, content}, box, signal) {
  try {
    const {items} = await call('analytics', path)
    signal.aborted || redraw(box, h('h2', {}, title), content(items, box.clientWidth - PADDING))
    return null
  } catch (problem) {
    signal.aborted || show(box, h('h2', {}, title), problem.isAway ? awayNote('Analytics', problem) : problemCard(problem))
    return problem
  }
}

async function drawCalls(box, signal) {
  try {
    const found = callsOf(parse(await text('order', '/q/metrics'))).slice(0, MOST_CALLS)
    signal.aborted || redraw(box, h('h2', {}, 'Calls at order'),
      found.length === 0 ? empty('Nobody has called yet') : h('div', {class: 'stack'},
        h('p', {class: 'small muted'}, 'The mean time of an answer since the replica has started, of those that are asked for most.'),
        bars(found.map(({name, mean}) => [name, mean]), {long: true, write: duration})))
  } catch (problem) {
    signal.aborted || show(box, h('h2', {}, 'Calls at order'), problem.isAway ? awayNote('Order', problem) : problemCard(problem))
  }
}

/** Minutes without orders are left out of the answer, and are nothing in the plot; the one that is not over is not shown. */
function plot(items, width) {
  const last = Math.floor(Date.now() / MINUTE) * MINUTE - MINUTE
  const minutes = Array.from({length: SHOWN}, (_, index) => last - (SHOWN - 1 - index) * MINUTE)
  const found = new Map(items.map(item => [new Date(item.minute).getTime(), item]))
  const series = ['placed', 'delivered', 'cancelled'].map(name => ({
    name: words(name), points: minutes.map(minute => [minute, found.get(minute)?.[name] ?? 0]),
  }))
  return lines('Orders a minute in the last hour', series, {from: minutes[0], to: last, width: Math.max(300, width)})
}

function earned(items) {
  const sums = new Map()
  items.flatMap(item => item.revenue ?? []).forEach(({amount, currency}) => sums.set(currency, total([[sums.get(currency) ?? '0', 1], [amount, 1]])))
  return sums.size === 0 ? empty('Nothing yet', 'What delivered orders cost is counted here.')
    : h('p', {class: 'big-number'}, [...sums].map(([currency, amount]) => money({amount, currency})).join(' · '))
}

function reasons(items) {
  return items.length === 0 ? empty('None was cancelled')
    : bars(items.map(({reason, orders}) => [words(reason), orders]), {long: true, bad: () => true})
}

function latencies(items) {
  const known = items.filter(({orders}) => orders > 0)
  if (known.length === 0) {
    return empty('No order has gone its way yet')
  }
  const name = step => STEPS[step] ?? words(step)
  return h('div', {class: 'stack'},
    bars(known.map(({step, p50Millis}) => [name(step), p50Millis]), {long: true, write: duration}),
    table('Latency of each step', [['Step'], ['Orders', 'number'], ['Half within', 'number'], ['99 of 100 within', 'number']], known.map(item => h('tr', {},
      h('td', {}, name(item.step)),
      h('td', {class: 'number'}, number(item.orders)),
      h('td', {class: 'number'}, duration(item.p50Millis)),
      h('td', {class: 'number'}, duration(item.p99Millis))))))
}

function sellers(items) {
  return items.length === 0 ? empty('Nothing was sold yet') : table('What was sold of each', [['Product'], ['Sold', 'number'], ['Revenue', 'number']], items.map(item => h('tr', {},
    h('td', {}, item.name ?? item.sku, h('div', {class: 'small muted mono'}, item.sku)),
    h('td', {class: 'number'}, number(item.quantity)),
    h('td', {class: 'number'}, (item.revenue ?? []).map(money).join(' · ') || '–'))))
}
