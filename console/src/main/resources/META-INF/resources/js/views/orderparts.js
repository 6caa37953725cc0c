// What an order is made of, and what one step of its way looks like.

import { facts, h, tag } from '../dom.js'
import { duration, money, sentence, timeOf, words } from '../format.js'

const TROUBLE = ['OrderCancelled', 'OrderStuck', 'OrderClosed']

/** An entry of the timeline, and how long after the one before. */
export function line(entry, before) {
  const gap = before === null ? null : `+${duration(new Date(entry.at) - new Date(before.at))}`
  return h('li', {class: TROUBLE.includes(entry.event) ? 'bad' : '', 'data-event': entry.event},
    h('time', {datetime: entry.at}, timeOf(entry.at), gap ? h('span', {}, gap) : null),
    h('div', {},
      h('div', {class: 'what'}, entry.summary),
      h('div', {class: 'meta'}, tag(entry.service), h('span', {}, sentence(entry.event)),
        entry.data?.trackingNumber ? h('span', {class: 'mono'}, entry.data.trackingNumber) : null)))
}

export function details(order) {
  return h('section', {class: 'card stack'},
    h('h2', {}, 'What and how much'),
    h('div', {},
      order.items.map(item => h('div', {class: 'cart-line'}, h('span', {}, `${item.quantity} × ${item.name}`), h('span', {class: 'number'}, money(item.lineTotal)))),
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
