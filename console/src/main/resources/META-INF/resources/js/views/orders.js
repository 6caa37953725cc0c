// The caller's orders; an operator's token shows everybody's.

import { empty, h, loading, show, table, tag } from '../dom.js'
import { call } from '../api.js'
import { dayOf, kindOf, money, shortId, words } from '../format.js'
import { tellProblem } from '../parts.js'

export async function ordersView({main, who, signal}) {
  const operator = who.roles.has('operator')
  const list = h('section', {class: 'card'}, loading('orders'))
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, operator ? 'All orders' : 'Your orders'), h('p', {}, 'The newest first. Open one to see how it came to where it is.'))),
    list))
  const page = await call('order', '/orders?limit=25')
  if (signal.aborted) {
    return
  }
  if (page.items.length === 0) {
    show(list, empty('No orders yet', who.roles.has('customer') ? 'Place one in the shop.' : 'Nobody has placed one.'))
    return
  }
  const rows = page.items.map(order => row(order, operator))
  const box = table('Orders', [['Order'], ['Placed'], operator ? ['Customer'] : null, ['Items'], ['Status'], ['Total', 'number']].filter(Boolean), rows)
  show(list, box, more(page.next, box.querySelector('tbody'), operator))
}

function row(order, operator) {
  const pieces = order.items.reduce((total, item) => total + item.quantity, 0)
  return h('tr', {},
    h('td', {}, h('a', {href: `#/orders/${order.id}`, class: 'mono', 'aria-label': `Order ${order.id}`}, shortId(order.id))),
    h('td', {class: 'nowrap'}, dayOf(order.createdAt)),
    operator ? h('td', {}, order.customerId) : null,
    h('td', {}, order.items.length === 1 ? `${pieces} × ${order.items[0].name}` : `${pieces} pieces`),
    h('td', {}, tag(words(order.status), kindOf(order.status))),
    h('td', {class: 'number'}, money(order.total)))
}

function more(next, body, operator) {
  if (!next) {
    return null
  }
  const box = h('div', {class: 'row'})
  const button = h('button', {type: 'button', class: 'quiet', onclick: load}, 'Show older ones')
  box.append(button)
  async function load() {
    button.disabled = true
    try {
      const page = await call('order', next)
      const rows = page.items.map(order => row(order, operator))
      body.append(...rows)
      // The button may go now, and the focus with it.
      rows[0]?.querySelector('a').focus()
      next = page.next
      next ? button.disabled = false : box.remove()
    } catch (problem) {
      button.disabled = false
      tellProblem(problem)
    }
  }
  return box
}
