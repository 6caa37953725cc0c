// Light, dark, or what the system says.

import { h, show, svg } from './dom.js'

const KEY = 'orderflow-theme'

function isDark() {
  const chosen = document.documentElement.dataset.theme
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

export function themeButton() {
  const button = h('button', {class: 'quiet small icon', type: 'button', onclick: turn})
  function turn() {
    const next = isDark() ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    localStorage.setItem(KEY, next)
    draw()
  }
  function draw() {
    button.setAttribute('aria-label', label())
    button.title = label()
    show(button, icon())
  }
  draw()
  return button
}

function label() {
  return isDark() ? 'Light theme' : 'Dark theme'
}

/** A disc, half of it dark. */
function icon() {
  return svg('svg', {viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true'},
    svg('circle', {cx: 10, cy: 10, r: 7.25, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5}),
    svg('path', {d: 'M10 2.75a7.25 7.25 0 0 1 0 14.5z', fill: 'currentColor'}))
}
