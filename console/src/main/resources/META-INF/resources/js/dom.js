// Elements without markup in strings: what a service says is always text.

const SVG = 'http://www.w3.org/2000/svg'

/** An element: h('p', {class: 'small'}, 'text', child). Properties that begin with "on" are listeners. */
export function h(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children)
}

/** The same for SVG. */
export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children)
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value)
    } else if (value === true) {
      element.setAttribute(name, '')
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value)
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false))
  return element
}

/** Puts these in the place of all that was in it. */
export function show(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false))
}

/**
 * The same for what is drawn anew by itself: whoever is at something in it stays there, and nothing scrolls back. Where that is
 * gone the page has the focus, to go on from.
 */
export function redraw(parent, ...children) {
  const focused = parent.contains(document.activeElement) ? nameOf(document.activeElement) : null
  const scrolled = new Map([...parent.querySelectorAll('.scroll')].map(box => [nameOf(box), box.scrollLeft]))
  show(parent, ...children)
  parent.querySelectorAll('.scroll').forEach(box => { box.scrollLeft = scrolled.get(nameOf(box)) ?? 0 })
  if (focused !== null) {
    const same = [...parent.querySelectorAll('a, button, [tabindex]')].find(each => nameOf(each) === focused)
    ;(same ?? document.getElementById('main')).focus({preventScroll: true})
  }
}

const nameOf = element => element.dataset.name ?? element.getAttribute('aria-label') ?? element.textContent

export function tag(text, kind = '') {
  return h('span', {class: `tag ${kind}`.trim()}, text)
}

export function loading(what) {
  return h('div', {class: 'loading', 'aria-busy': 'true'}, `Loading ${what}…`)
}

export function empty(title, text) {
  return h('div', {class: 'empty'}, h('strong', {}, title), text ? h('span', {}, text) : null)
}

export function facts(entries) {
  return h('dl', {class: 'facts'}, entries.filter(entry => entry).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]))
}

/** A table that scrolls by itself where it is too wide; columns are [title, class]. */
export function table(caption, columns, rows) {
  return h('div', {class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0'},
    h('table', {},
      h('caption', {class: 'hidden-text'}, caption),
      h('thead', {}, h('tr', {}, columns.map(([title, kind]) => h('th', {scope: 'col', class: kind}, title)))),
      h('tbody', {}, rows)))
}

let announcements = 0

/** Said by screen readers, seen by nobody; the same text twice is said twice. */
export function announce(text) {
  document.getElementById('announcer').textContent = text + (announcements++ % 2 ? '\u00a0' : '')
}
