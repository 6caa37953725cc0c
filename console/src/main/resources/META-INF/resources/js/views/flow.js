// How events move through the services now: what came, what waits, what is wrong. From the metrics of the replica that answers.

import { h, loading, redraw, show, tag } from '../dom.js'
import { call, text } from '../api.js'
import { brief, duration, number, words } from '../format.js'
import { ask, awayNote, oneAtATime, problemCard, tellProblem, toast } from '../parts.js'
import { bars, spark } from '../plots.js'
import { by, most, parse, sum } from '../metrics.js'
import { repeat } from '../poll.js'

const SAGA = ['order', 'inventory', 'payment', 'shipping', 'notification']
const OBSERVERS = ['loyalty']
const EVERY = 3_000
const KEPT = 40

const TASKS = {
  order: 'keeps the order', inventory: 'reserves stock', payment: 'takes the money',
  shipping: 'sends the parcel', notification: 'tells the customer', loyalty: 'counts points, observes only',
}

export async function flowView({main, signal}) {
  const history = new Map([...SAGA, ...OBSERVERS].map(service => [service, {looks: new Map(), rate: null, rates: []}]))
  const stations = h('div', {class: 'flow'}, SAGA.map(service => station(service)))
  const observers = h('div', {class: 'grid'}, OBSERVERS.map(service => station(service)))
  const states = h('section', {class: 'card'}, h('h2', {}, 'Orders under way'), loading('orders'))
  const intake = h('section', {class: 'card'}, h('h2', {}, 'Intake'), loading('the intake'))
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'}, h('div', {}, h('h1', {}, 'Flow'),
      h('p', {}, 'From each service’s own metrics, every few seconds; of several replicas, the one that answers.'))),
    h('section', {'aria-labelledby': 'saga-title'}, h('h2', {id: 'saga-title', class: 'hidden-text'}, 'The saga'), stations),
    h('div', {class: 'two'}, states, intake),
    h('section', {class: 'stack', 'aria-labelledby': 'observers-title'}, h('h2', {id: 'observers-title'}, 'Observers'), observers)))
  showIntake(intake, signal)

  async function turn() {
    const found = await Promise.all([...SAGA, ...OBSERVERS].map(look))
    if (signal.aborted) {
      return
    }
    for (const look of found) {
      remember(history.get(look.service), look)
    }
    const draw = look => station(look.service, look, history.get(look.service))
    redraw(stations, found.filter(look => SAGA.includes(look.service)).map(draw))
    redraw(observers, found.filter(look => OBSERVERS.includes(look.service)).map(draw))
    showStates(states, found.find(look => look.service === 'order'))
  }
  await repeat(turn, EVERY, signal)
}

async function look(service) {
  try {
    return {service, at: performance.now(), samples: parse(await text(service, '/q/metrics'))}
  } catch (problem) {
    return {service, problem}
  }
}

/**
 * Events per second since the look before at the same process, which its start tells from others: each replica counts for itself,
 * and one that has started again from nothing.
 */
function remember(past, {at, samples}) {
  if (samples === undefined) {
    past.rates = []
    return
  }
  const process = most(samples, 'process_start_time_seconds')
  const events = sum(samples, 'orderflow_consumer_events_total') ?? 0
  const before = process === null ? undefined : past.looks.get(process)
  past.rate = before === undefined ? null : (events - before.events) * 1_000 / (at - before.at)
  past.rates = [...past.rates, ...(past.rate === null ? [] : [past.rate])].slice(-KEPT)
  past.looks.set(process, {at, events})
}

function station(service, look = null, {rate, rates} = {}) {
  const title = h('div', {class: 'stack tight'}, h('h3', {}, words(service)), h('p', {class: 'small muted'}, TASKS[service]))
  if (look === null) {
    return h('article', {class: 'card station'}, title, loading('metrics'))
  }
  if (look.problem) {
    return h('article', {class: 'card station wrong'}, title, h('div', {}, tag(look.problem.status === 403 ? 'Not allowed' : 'Away', 'bad')), h('p', {class: 'small muted'}, look.problem.message))
  }
  const samples = look.samples
  const open = most(samples, 'orderflow_dead_letters', {state: 'open'})
  return h('article', {class: open > 0 ? 'card station wrong' : 'card station'}, title,
    h('div', {}, h('span', {class: 'big'}, rate === null ? '–' : rate > 0 && rate < 10 ? rate.toFixed(1) : number(Math.round(rate))), h('span', {class: 'small muted'}, ' events/s')),
    spark(rates, `${words(service)}: events a second, the last ${rates.length} looks`),
    numbers(samples),
    marks(look.service, samples, open))
}

function numbers(samples) {
  const unpublished = most(samples, 'orderflow_journal_unpublished')
  const age = most(samples, 'orderflow_journal_unpublished_age_seconds')
  const written = value => value === null ? 'unknown' : brief(value)
  return h('dl', {class: 'facts'},
    pair('Handled', brief(sum(samples, 'orderflow_consumer_events_total') ?? 0)),
    pair('Lag', lag(samples)),
    pair('Unpublished', unpublished > 0 && age >= 1 ? `${brief(unpublished)}, ${duration(age * 1_000)}` : written(unpublished)),
    pair('Tasks due', written(most(samples, 'orderflow_tasks', {state: 'due'}))))
}

/** Kafka's client measures it as it fetches: it knows of no lag where it fetches nothing, and least of all behind a pause. */
function lag(samples) {
  const known = most(samples, 'kafka_consumer_fetch_manager_records_lag_max')
  if (paused(samples).length > 0) {
    return known > 0 ? `at least ${brief(known)}` : 'unknown'
  }
  return known === null ? 'nothing fetched' : brief(known)
}

const paused = samples => by(samples, 'orderflow_consumer_paused', 'channel').filter(([, value]) => value > 0).map(([channel]) => channel)

const pair = (name, value) => [h('dt', {}, name), h('dd', {}, value)]

function marks(service, samples, open) {
  const failing = most(samples, 'orderflow_tasks', {state: 'failing'})
  return h('div', {class: 'row marks'},
    open > 0 ? h('a', {href: '#/letters', class: 'tag bad', 'data-name': `dead letters of ${service}`}, `${open} dead`) : tag('No dead letters', 'good'),
    failing > 0 ? tag(`${failing} failing`, 'warn') : null,
    paused(samples).map(channel => tag(`${channel} paused`, 'warn')))
}

function showStates(box, look) {
  if (look.problem) {
    show(box, h('h2', {}, 'Orders under way'), h('p', {class: 'muted'}, 'Order can’t be asked now.'))
    return
  }
  const counts = by(look.samples, 'orderflow_order_sagas', 'status')
  const stuck = sum(look.samples, 'orderflow_order_sagas_stuck')
  const order = ['PENDING', 'RESERVED', 'CONFIRMED', 'SHIPPED', 'RECALLING', 'CANCELLING', 'RETURNING', 'REFUNDING']
  const sorted = counts.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)).map(([status, value]) => [words(status), value])
  redraw(box, h('h2', {}, 'Orders under way'),
    sorted.length === 0 ? h('p', {class: 'muted'}, 'Order has not counted them yet.') : bars(sorted),
    stuck > 0 ? h('p', {class: 'after'}, h('a', {href: '#/sagas', class: 'tag bad', 'data-name': 'stuck'}, `${stuck} stuck`)) : null)
}

async function showIntake(box, signal) {
  const press = oneAtATime()
  const draw = state => signal.aborted || show(box, h('h2', {}, 'Intake'),
    h('div', {class: 'stack'},
      h('div', {class: 'row'}, state.open ? tag('Open', 'good') : tag('Closed', 'warn')),
      h('p', {class: 'muted small'}, state.open ? 'New orders are taken.' : 'New orders are refused with 503; those that were placed go on.'),
      h('div', {}, h('button', {type: 'button', class: state.open ? 'danger' : 'primary', onclick: press(() => turn(!state.open))}, state.open ? 'Close the intake' : 'Open the intake'))))
  async function turn(open) {
    const sure = open || await ask({title: 'Close the intake?', text: 'No replica takes orders until it is opened again. Nothing else stops.', confirm: 'Close it', danger: true, signal}) !== null
    if (!sure) {
      return
    }
    try {
      draw(await call('order', '/admin/intake', {method: 'PUT', body: {open}}))
      toast(open ? 'Orders are taken again.' : 'No more orders are taken.')
    } catch (problem) {
      tellProblem(problem)
    }
  }
  try {
    draw(await call('order', '/admin/intake'))
  } catch (problem) {
    const again = () => showIntake(box, signal)
    signal.aborted || show(box, h('h2', {}, 'Intake'), problem.isAway ? awayNote('Order', problem, again) : problemCard(problem, again))
  }
}
