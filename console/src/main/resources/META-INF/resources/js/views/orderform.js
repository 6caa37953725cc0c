// An order as it is put together, and what becomes of it when it is placed.

import { h, show } from '../dom.js'
import { call } from '../api.js'
import { money, shortId, total } from '../format.js'
import { newKey } from '../keys.js'
import { field, problemCard, tellProblem, toast } from '../parts.js'
import { caller } from '../session.js'

const PAYMENTS = [
  ['tok_visa', 'A card that pays'],
  ['tok_chargeDeclined', 'A card that is declined'],
  ['tok_slow', 'A card that takes 5 seconds'],
  ['tok_flaky', 'A card that needs three attempts'],
  ['tok_refundFail', 'A card that pays and can’t be refunded'],
]

/** These are answered before anybody looks what became of an earlier attempt. */
const NOT_LOOKED_AT = [401, 429, 503]

/** {element, the button that leads to it from elsewhere in the page, what is to be called when the cart has changed}. */
export function orderForm({who, cart, signal}) {
  const form = {who, cart, signal, intent: null, placing: false, ...boxes()}
  form.element = h('form', {class: 'card stack', 'aria-labelledby': 'cart-title', onsubmit: event => { event.preventDefault(); place(form) }},
    form.title, form.lines, addressFields(), paymentField(), form.outcome, form.button)
  draw(form)
  return {element: form.element, jump: form.jump, draw: () => draw(form)}
}

function boxes() {
  const title = h('h2', {id: 'cart-title', tabindex: '-1'}, 'Your order')
  return {
    title,
    jump: h('button', {type: 'button', class: 'quiet', onclick: () => title.focus()}),
    lines: h('div', {}),
    outcome: h('div', {}),
    button: h('button', {class: 'primary', type: 'submit'}),
  }
}

/** What was asked for stays as it was asked, until it is known what became of it. */
function draw(form) {
  const {cart, element, button, placing} = form
  const isUnclear = form.intent?.isUnclear ?? false
  const pieces = [...cart.values()].reduce((sum, {quantity}) => sum + quantity, 0)
  form.jump.textContent = `Your order (${pieces})`
  button.textContent = isUnclear ? 'Ask again' : 'Place the order'
  button.disabled = cart.size === 0 && !isUnclear
  // It keeps the focus, to be pressed again if need be.
  button.setAttribute('aria-disabled', placing)
  element.querySelectorAll('fieldset, select').forEach(each => { each.disabled = isUnclear })
  if (!placing && !isUnclear) {
    show(form.lines, cart.size === 0 ? h('p', {class: 'muted small'}, 'Nothing yet. Choose something with +.') : summary(cart))
  }
}

async function place(form) {
  if (form.placing) {
    return
  }
  const intent = form.intent = intentOf(form)
  form.placing = true
  show(form.outcome)
  draw(form)
  try {
    placed(form, await call('order', '/orders', {method: 'POST', ...intent}))
  } catch (problem) {
    refused(form, problem)
  }
  form.placing = false
  draw(form)
}

/** One intent, one key: pressing twice, or again after an interruption, places one order. */
function intentOf(form) {
  const {intent} = form
  if (intent?.isUnclear) {
    return intent
  }
  const body = bodyOf(new FormData(form.element), form.cart, form.who)
  return JSON.stringify(body) === JSON.stringify(intent?.body) ? intent : {key: newKey(), body, isUnclear: false}
}

/** Whoever has gone elsewhere meanwhile is told, and not fetched back. */
function placed(form, {id}) {
  form.intent = null
  if (!form.signal.aborted) {
    location.hash = `#/orders/${id}`
  } else if (isStillHere(form)) {
    toast(`Order ${shortId(id)} was placed.`)
  }
}

function refused(form, problem) {
  const {intent} = form
  intent.isUnclear = problem.isUnclear || (intent.isUnclear && NOT_LOOKED_AT.includes(problem.status))
  if (!form.signal.aborted) {
    show(form.outcome, intent.isUnclear ? unclearCard(form, problem) : problemCard(problem))
  } else if (isStillHere(form)) {
    tellProblem(problem)
  }
}

const isStillHere = ({who}) => caller()?.token === who.token

function unclearCard(form, problem) {
  return h('section', {class: 'card problem', role: 'alert'},
    h('h2', {}, 'It may have been placed'),
    h('p', {}, `${(problem.detail ?? problem.title).replace(/\.$/, '')}. Ask again: it is the very same order, and placed once however often it is asked for. Or look whether it is among `,
      h('a', {href: '#/orders'}, 'your orders'), '.'),
    h('div', {class: 'row after'}, h('button', {type: 'button', class: 'quiet', onclick: () => forget(form)}, 'Order something else')))
}

function forget(form) {
  form.intent = null
  show(form.outcome)
  draw(form)
  form.title.focus()
}

function input(value, properties = {}) {
  return h('input', {value, required: true, maxlength: 200, ...properties})
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

function paymentField() {
  return field('token', 'Payment', h('select', {}, PAYMENTS.map(([value, text]) => h('option', {value}, text))))
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

function bodyOf(form, cart, who) {
  const address = Object.fromEntries(['recipient', 'line1', 'city', 'postalCode', 'country'].map(name => [name, form.get(name)]))
  return {
    items: [...cart.values()].map(({product, quantity}) => ({sku: product.sku, quantity})),
    shippingAddress: address,
    payment: {method: 'CARD', token: form.get('token')},
    ...(who.email ? {contact: {email: who.email}} : {}),
  }
}
