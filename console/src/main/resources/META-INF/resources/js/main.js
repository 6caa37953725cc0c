// What is shown: the view that the address names, of those that the caller's roles open. The server decides anyhow.

import { h, show } from './dom.js'
import { clearToasts, problemCard, toast } from './parts.js'
import { arrive, rolesOf } from './arrival.js'
import { caller, isInAddress, signOut } from './session.js'
import { shortId } from './format.js'
import { themeButton } from './themes.js'
import { listen } from './notices.js'
import { signInView } from './views/signin.js'
import { shopView } from './views/shop.js'
import { ordersView } from './views/orders.js'
import { orderView } from './views/order.js'
import { noticesView } from './views/notices.js'
import { flowView } from './views/flow.js'
import { sagasView } from './views/sagas.js'
import { lettersView } from './views/letters.js'
import { stockView } from './views/stock.js'
import { analyticsView } from './views/analytics.js'

const VIEWS = [
  {path: 'shop', title: 'Shop', role: 'customer', view: shopView},
  {path: 'orders', title: 'Orders', view: ordersView},
  {path: 'notices', title: 'Notices', role: 'customer', view: noticesView},
  {path: 'flow', title: 'Flow', role: 'operator', view: flowView},
  {path: 'sagas', title: 'Stuck sagas', role: 'operator', view: sagasView},
  {path: 'letters', title: 'Dead letters', role: 'operator', view: lettersView},
  {path: 'stock', title: 'Stock', role: 'operator', view: stockView},
  {path: 'analytics', title: 'Analytics', role: 'operator', view: analyticsView},
]

const main = document.getElementById('main')
let leave = null
let deaf = null
let isSomebody = false

function allowed(who) {
  return VIEWS.filter(view => view.role === undefined || who.roles.has(view.role))
}

/** #/orders/ID: {name: 'orders', argument: 'ID'}. */
function place() {
  const [, name = '', argument] = location.hash.slice(1).split('/')
  return {name, argument}
}

function drawNav(views, current) {
  const links = views.map(view => h('li', {}, h('a', {href: `#/${view.path}`, 'aria-current': view === current ? 'page' : null, onclick: drawAnew}, view.title)))
  show(document.getElementById('nav'), h('ul', {}, links))
}

/** Where one is already, no change of the address draws it. */
function drawAnew(event) {
  if (event.currentTarget.hash === location.hash && !event.ctrlKey && !event.metaKey) {
    draw()
    main.focus({preventScroll: true})
  }
}

function drawAccount(who) {
  const roles = rolesOf(who)
  show(document.getElementById('account'),
    h('span', {class: 'who', title: `${who.subject} (${roles})`}, h('span', {class: 'account-name'}, who.subject), h('span', {class: 'hidden-text'}, ` signed in as ${roles}`)),
    themeButton(),
    h('button', {class: 'quiet small', onclick: signedOut}, 'Sign out'))
}

/** What was heard for the one before, and told to them, is not for the next. */
function changed() {
  deaf?.()
  deaf = null
  clearToasts()
  draw()
}

function signedIn() {
  changed()
  main.focus({preventScroll: true})
}

function signedOut() {
  signOut()
  location.hash = '#/'
  changed()
}

function drawSignIn() {
  show(document.getElementById('nav'))
  show(document.getElementById('account'), themeButton())
  open(signInView, {}, 'Sign in')
}

function draw() {
  const who = caller()
  isSomebody = who !== null
  if (who === null) {
    drawSignIn()
    return
  }
  const views = allowed(who)
  const {name, argument} = place()
  const current = views.find(view => view.path === name) ?? (name === '' ? views[0] : undefined)
  drawNav(views, current)
  drawAccount(who)
  deaf ??= listen(who)
  if (current === undefined) {
    open(unknownView, {}, 'Not found')
  } else if (current.path === 'orders' && argument) {
    open(orderView, {who, id: argument}, `Order ${shortId(argument)}`)
  } else {
    open(current.view, {who}, current.title)
  }
}

function unknownView({main}) {
  show(main, h('div', {class: 'view'}, h('h1', {}, 'There is no such view'), h('p', {class: 'muted'}, 'Or your token does not open it. Choose one above.')))
}

/** Ends the view that is shown, and shows another; focus follows, except on the first. */
function open(view, context, title) {
  leave?.abort()
  const mine = leave = new AbortController()
  document.title = `${title} · Orderflow`
  const box = h('div', {})
  show(main, box)
  const again = () => {
    open(view, context, title)
    main.focus({preventScroll: true})
  }
  Promise.resolve(view({...context, main: box, signal: mine.signal, signedIn}))
    .catch(problem => mine.signal.aborted || show(box, problemCard(problem, again)))
  window.scrollTo(0, 0)
}

/** Whichever call it was of: no other would be answered either. */
window.addEventListener('token-refused', () => {
  if (isSomebody) {
    signedOut()
    toast('Your token is not accepted any more. Sign in with another.', 'bad')
  }
})

window.addEventListener('hashchange', event => {
  if (isInAddress()) {
    takeAddress(new URL(event.oldURL).hash)
  } else if (location.hash !== '#main') {
    draw()
    main.focus({preventScroll: true})
  }
})

document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault()
  main.focus()
})

/** Where another was is not always a place for this one. */
async function takeAddress(before) {
  if (await arrive(before)) {
    history.replaceState(null, '', location.pathname)
    signedIn()
  }
}

takeAddress('')
draw()
