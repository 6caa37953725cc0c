// What there is, what of it is promised, and what the gate says at the door.

import { empty, h, loading, redraw, show, table, tag } from '../dom.js'
import { call, itemsOf, text } from '../api.js'
import { brief, number, words } from '../format.js'
import { newKey } from '../keys.js'
import { ask, awayNote, field, moreNote, oneAtATime, problemCard, tellProblem, toast } from '../parts.js'
import { bar, bars } from '../plots.js'
import { by, parse, sum } from '../metrics.js'

const AT_ONCE = 16

const GATE = {
  held: 'Held: let in', short: 'Short: sold out, refused', miss: 'Unknown level: let in', open: 'No answer: let in', crowded: 'Too crowded: 503',
}

export async function stockView({main, signal}) {
  const list = h('section', {class: 'card', id: 'stock'}, loading('stock'))
  const gate = h('section', {class: 'card', id: 'gate'}, h('h2', {}, 'The gate'), loading('the gate'))
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Stock'),
      h('p', {}, 'The database decides about stock; the gate in front of it refuses what is sold out before an order is written.')),
      h('button', {type: 'button', onclick: oneAtATime()(() => load().catch(tellProblem))}, 'Look again')),
    h('div', {class: 'two wide-first'}, list, h('div', {class: 'side'}, gate))))

  async function load() {
    await Promise.all([showStock(list, adjust, signal), showGate(gate, signal)])
  }

  async function adjust(sku) {
    const form = await ask({
      title: `Adjust ${sku}`,
      confirm: 'Adjust',
      signal,
      fields: [
        field('delta', 'By how many', h('input', {type: 'number', required: true, step: 1, value: 100}), 'Less than nothing takes away'),
        field('reason', 'Reason', h('input', {required: true, maxlength: 200})),
      ],
    })
    if (form === null) {
      return
    }
    try {
      const stock = await call('inventory', `/stock/${encodeURIComponent(sku)}/adjustments`, {method: 'POST', body: {delta: Number(form.get('delta')), reason: form.get('reason')}, key: newKey()})
      toast(`${number(stock.onHand)} of ${sku} on hand.`)
      await load()
    } catch (problem) {
      tellProblem(problem)
    }
  }

  await load()
}

async function showStock(box, adjust, signal) {
  try {
    const {items, more} = await itemsOf('inventory', '/products?limit=200')
    const rows = await allLevels(items)
    signal.aborted || redraw(box, rows.length === 0 ? empty('The shelf is empty', 'No product has been put there.')
      : [stockTable(rows, adjust), moreNote(`the first ${number(rows.length)} products`, more)])
  } catch (problem) {
    if (problem.isOfCaller) {
      throw problem
    }
    signal.aborted || show(box, awayNote('Inventory', problem))
  }
}

/** A few at a time: inventory has others to answer, too. */
async function allLevels(products) {
  const rows = []
  for (let at = 0; at < products.length; at += AT_ONCE) {
    rows.push(...await Promise.all(products.slice(at, at + AT_ONCE).map(levels)))
  }
  return rows
}

async function levels(product) {
  try {
    return {product, stock: await call('inventory', `/stock/${encodeURIComponent(product.sku)}`)}
  } catch (problem) {
    if (problem.status === 404) {
      return {product, stock: {onHand: 0, reserved: 0, available: 0}}
    }
    throw problem
  }
}

function stockTable(rows, adjust) {
  const top = Math.max(1, ...rows.map(({stock}) => stock.onHand))
  return table('Stock', [['Product'], ['Available'], ['', 'number'], ['Reserved', 'number'], ['On hand', 'number'], ['Change']].map(([title, kind]) => [title || 'Pieces', kind]), rows.map(({product, stock}) => h('tr', {},
    h('td', {}, product.name, h('div', {class: 'small muted mono'}, product.sku), product.active ? null : tag('Not for sale')),
    h('td', {class: 'level'}, stock.available === 0 ? tag('Sold out', 'bad') : bar(stock.available / top)),
    h('td', {class: 'number'}, number(stock.available)),
    h('td', {class: 'number'}, number(stock.reserved)),
    h('td', {class: 'number'}, number(stock.onHand)),
    h('td', {}, h('button', {type: 'button', class: 'small', 'aria-label': `Adjust ${product.name}`, onclick: oneAtATime()(() => adjust(product.sku))}, 'Adjust')))))
}

async function showGate(box, signal) {
  try {
    const [order, inventory] = await Promise.all(['order', 'inventory'].map(service => text(service, '/q/metrics')))
    if (signal.aborted) {
      return
    }
    const outcomes = by(parse(order), 'orderflow_order_gate_total', 'outcome').map(([outcome, value]) => [GATE[outcome] ?? words(outcome), value])
    const lost = sum(parse(inventory), 'orderflow_inventory_gate_lost_total')
    show(box, h('h2', {}, 'The gate'),
      outcomes.length === 0 ? empty('Nobody has come yet') : bars(outcomes, {long: true, bad: name => name === GATE.open || name === GATE.crowded}),
      h('p', {class: 'small muted after'}, `Since the replica has started. Settlements that it was not told: ${brief(lost ?? 0)}.`))
  } catch (problem) {
    signal.aborted || show(box, h('h2', {}, 'The gate'), problem.isAway ? awayNote('What it said', problem) : problemCard(problem))
  }
}
