// The catalogue, and an order from it.

import { announce, empty, h, loading, show } from '../dom.js'
import { call, itemsOf } from '../api.js'
import { money, total, words } from '../format.js'
import { field, problemCard } from '../parts.js'

const PAYMENTS = [
  ['tok_visa', 'A card that pays'],
  ['tok_chargeDeclined', 'A card that is declined'],
  ['tok_slow', 'A card that takes 5 seconds'],
  ['tok_flaky', 'A card that needs three attempts'],
  ['tok_refundFail', 'A card that pays and can’t be refunded'],
]

export async function shopView({main, who, signal}) {
  const list = h('div', {}, loading('the catalogue'))
  const cart = new Map()
  const order = orderForm(who, cart)
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
    : shelf(active, cart, order.draw))
}

/** All products, and a way to have fewer of them. */
function shelf(products, cart, changed) {
  const cards = products.map(product => [`${product.name} ${product.category}`.toLowerCase(), h('li', {}, productCard(product, cart, changed))])
  const find = h('input', {type: 'search', id: 'find', placeholder: 'Name or category', oninput: filter})
  const none = h('p', {class: 'muted', role: 'status'})
  function filter() {
    const wanted = find.value.trim().toLowerCase()
    cards.forEach(([words, card]) => { card.hidden = !words.includes(wanted) })
    none.textContent = cards.every(([, card]) => card.hidden) ? 'Nothing is called that.' : ''
  }
  return h('div', {class: 'stack'},
    h('div', {class: 'field find'}, h('label', {for: 'find'}, 'Find a product'), find),
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

function input(value, properties = {}) {
  return h('input', {value, required: true, maxlength: 200, ...properties})
}

function orderForm(who, cart) {
  const lines = h('div', {})
  const button = h('button', {class: 'primary', type: 'submit', disabled: true}, 'Place the order')
  const problem = h('div', {})
  const form = h('form', {class: 'card stack', 'aria-labelledby': 'cart-title', onsubmit: submit},
    h('h2', {id: 'cart-title'}, 'Your order'),
    lines,
    addressFields(),
    field('token', 'Payment', h('select', {}, PAYMENTS.map(([value, text]) => h('option', {value}, text)))),
    problem,
    button)
  // One intent, one key: pressing twice, or again after an interruption, places one order.
  let key = crypto.randomUUID()

  function draw() {
    key = crypto.randomUUID()
    button.disabled = cart.size === 0
    show(lines, cart.size === 0 ? h('p', {class: 'muted small'}, 'Nothing yet. Choose something with +.') : summary(cart))
  }

  async function submit(event) {
    event.preventDefault()
    button.disabled = true
    show(problem)
    try {
      const placed = await call('order', '/orders', {method: 'POST', body: body(new FormData(form), cart, who), key})
      location.hash = `#/orders/${placed.id}`
    } catch (refused) {
      show(problem, problemCard(refused))
      button.disabled = false
    }
  }

  draw()
  return {element: form, draw}
}

function addressFields() {
  return h('fieldset', {},
    h('legend', {class: 'label'}, 'Ship to'),
    h('div', {class: 'fields'},
      h('div', {class: 'full'}, field('recipient', 'Name', input('Ada Lovelace', {autocomplete: 'name'}))),
      h('div', {class: 'full'}, field('line1', 'Street', input('Invalidenstr. 116', {autocomplete: 'address-line1'}))),
      field('postalCode', 'Postal code', input('10115', {maxlength: 20, autocomplete: 'postal-code'})),
      field('city', 'City', input('Berlin', {maxlength: 100, autocomplete: 'address-level2'})),
      h('div', {class: 'full'}, field('country', 'Country', input('DE', {pattern: '[A-Z]{2}', maxlength: 2, autocomplete: 'country'}), 'Two letters, such as DE'))))
}

function summary(cart) {
  const items = [...cart.values()]
  const goods = total(items.map(({product, quantity}) => [product.price.amount, quantity]))
  const currencies = new Set(items.map(({product}) => product.price.currency))
  return [
    items.map(({product, quantity}) => h('div', {class: 'cart-line'}, h('span', {}, `${quantity} × ${product.name}`),
      h('span', {class: 'number'}, money({amount: total([[product.price.amount, quantity]]), currency: product.price.currency})))),
    currencies.size === 1 ? h('div', {class: 'cart-total'}, h('span', {}, 'Goods'), h('span', {class: 'number'}, money({amount: goods, currency: [...currencies][0]}))) : null,
    h('p', {class: 'small muted'}, 'Shipping is added by the shop.'),
  ]
}

function body(form, cart, who) {
  const address = Object.fromEntries(['recipient', 'line1', 'city', 'postalCode', 'country'].map(name => [name, form.get(name)]))
  return {
    items: [...cart.values()].map(({product, quantity}) => ({sku: product.sku, quantity})),
    shippingAddress: address,
    payment: {method: 'CARD', token: form.get('token')},
    ...(who.email ? {contact: {email: who.email}} : {}),
  }
}
