// The catalogue, and an order from it.

import { announce, empty, h, loading, show } from '../dom.js'
import { itemsOf } from '../api.js'
import { money, words } from '../format.js'
import { orderForm } from './orderform.js'

export async function shopView({main, who, signal}) {
  const list = h('div', {}, loading('the catalogue'))
  const cart = new Map()
  const order = orderForm({who, cart, signal})
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Shop'), h('p', {}, 'What is placed here goes through stock, payment and shipping before your eyes.'))),
    h('div', {class: 'two'}, list, h('div', {class: 'side'}, order.element))))
  const {items: products} = await itemsOf('inventory', '/products?limit=200', Infinity)
  if (signal.aborted) {
    return
  }
  const active = products.filter(product => product.active)
  show(list, active.length === 0
    ? h('div', {class: 'card'}, empty('Nothing is for sale', 'An operator puts products on the shelf.'))
    : shelf(active, cart, order))
}

/** All products, a way to have fewer of them, and one past all of them to the order. */
function shelf(products, cart, order) {
  const cards = products.map(product => [`${product.name} ${product.category}`.toLowerCase(), h('li', {}, productCard(product, cart, order.draw))])
  const find = h('input', {type: 'search', id: 'find', placeholder: 'Name or category', oninput: filter})
  const none = h('p', {class: 'muted', role: 'status'})
  function filter() {
    const wanted = find.value.trim().toLowerCase()
    cards.forEach(([words, card]) => { card.hidden = !words.includes(wanted) })
    none.textContent = cards.every(([, card]) => card.hidden) ? 'Nothing is called that.' : ''
  }
  return h('div', {class: 'stack'},
    h('div', {class: 'row finder'}, h('div', {class: 'field find'}, h('label', {for: 'find'}, 'Find a product'), find), order.jump),
    h('h2', {class: 'hidden-text'}, 'Products'),
    h('ul', {class: 'grid plain'}, cards.map(([, card]) => card)),
    none)
}

function productCard(product, cart, changed) {
  const count = h('output', {'aria-label': `${product.name} in the cart`}, '0')
  const less = h('button', {type: 'button', 'aria-label': `One ${product.name} less`, onclick: () => change(-1)}, '−')
  const more = h('button', {type: 'button', 'aria-label': `One ${product.name} more`, onclick: () => change(1)}, '+')
  function change(by) {
    const quantity = Math.max(0, (cart.get(product.sku)?.quantity ?? 0) + by)
    quantity === 0 ? cart.delete(product.sku) : cart.set(product.sku, {product, quantity})
    draw(quantity)
    announce(`${quantity} ${product.name} in the cart`)
    changed()
  }
  function draw(quantity) {
    count.textContent = quantity
    // It keeps the focus: a disabled button would lose it in the middle of a series of key presses.
    less.setAttribute('aria-disabled', quantity === 0)
  }
  draw(0)
  return h('article', {class: 'card product'},
    h('h3', {}, product.name),
    h('span', {class: 'small muted'}, words(product.category)),
    h('span', {class: 'price number'}, money(product.price)),
    h('div', {class: 'stepper'}, less, count, more))
}
