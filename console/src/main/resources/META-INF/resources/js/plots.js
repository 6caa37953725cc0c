// Small plots in SVG. Each says in words what it shows.

import { h, svg } from './dom.js'
import { brief, timeOf } from './format.js'

const HEIGHT = 200
const LEFT = 44
const BOTTOM = 24
const TOP = 10

/** The next of 1, 2, 5, 10, 20, … that is not less. */
function ceiling(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= value) ?? 10 * power
}

/**
 * Lines over time.
 *
 * @param series [{name, points: [[millis, value]]}], at most three
 * @param width in pixels: what is written in it keeps its size, however wide the page is
 */
export function lines(title, series, {from, to, width, write = brief}) {
  const top = ceiling(Math.max(1, ...series.flatMap(({points}) => points.map(([, value]) => value))))
  const x = millis => LEFT + (width - LEFT - 8) * (millis - from) / (to - from)
  const y = value => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)
  return h('figure', {class: 'plot'},
    h('div', {class: 'legend'}, series.map(({name}, index) => h('span', {}, svg('svg', {viewBox: '0 0 16 8', 'aria-hidden': 'true'}, svg('line', {class: `series s${index + 1}`, x1: 1, x2: 15, y1: 4, y2: 4})), name))),
    svg('svg', {viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': describe(title, series, write)},
      [0, top / 2, top].map(value => [
        svg('line', {class: 'gridline', x1: LEFT, x2: width - 8, y1: y(value), y2: y(value)}),
        svg('text', {x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end'}, write(value))]),
      [[from, 'start'], [(from + to) / 2, 'middle'], [to, 'end']].map(([millis, anchor]) =>
        svg('text', {x: x(millis), y: HEIGHT - 6, 'text-anchor': anchor}, timeOf(millis).slice(0, 5))),
      series.map(({points}, index) => points.length === 0 ? null : [
        svg('polyline', {class: `series s${index + 1}`, points: points.map(([millis, value]) => `${x(millis).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}),
        svg('circle', {class: `f${index + 1}`, r: 3, cx: x(points.at(-1)[0]), cy: y(points.at(-1)[1])})])))
}

function describe(title, series, write) {
  const parts = series.map(({name, points}) => points.length === 0 ? `${name}: nothing` : `${name}: now ${write(points.at(-1)[1])}, at most ${write(Math.max(...points.map(([, value]) => value)))}`)
  return `${title}. ${parts.join('; ')}.`
}

/** Rows of a name, a bar and a number. */
export function bars(entries, {write = brief, long = false, bad = () => false} = {}) {
  const top = Math.max(1, ...entries.map(([, value]) => value))
  return h('div', {class: 'bars'}, entries.map(([name, value]) => h('div', {class: long ? 'bar-row long' : 'bar-row'},
    h('span', {}, name),
    bar(value / top, bad(name)),
    h('span', {class: 'number'}, write(value)))))
}

export function bar(share, isBad = false) {
  return svg('svg', {viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    svg('rect', {class: 'bar-track', width: 100, height: 8}),
    share > 0 ? svg('rect', {class: isBad ? 'bar-fill bad' : 'bar-fill', width: Math.max(1.5, 100 * Math.min(1, share)).toFixed(2), height: 8}) : null)
}

/** The last values, without axes. */
export function spark(values, label) {
  const top = Math.max(1, ...values)
  const points = values.map((value, index) => `${(index * 100 / Math.max(1, values.length - 1)).toFixed(1)},${(30 - 27 * value / top).toFixed(1)}`)
  return svg('svg', {class: 'spark', viewBox: '0 0 100 32', preserveAspectRatio: 'none', role: 'img', 'aria-label': label},
    values.length > 1 ? [
      svg('polygon', {class: 'area', points: `0,31 ${points.join(' ')} 100,31`}),
      svg('polyline', {class: 'series s1', fill: 'none', 'vector-effect': 'non-scaling-stroke', 'stroke-width': 2, points: points.join(' ')})]
      : svg('line', {class: 'gridline', x1: 0, x2: 100, y1: 30, y2: 30, stroke: 'currentColor', 'stroke-opacity': 0.3}))
}
