// Events that services could not handle, of all services at once.

import { empty, facts, h, loading, show, table, tag } from '../dom.js'
import { call, itemsOf } from '../api.js'
import { ago, shortId, words } from '../format.js'
import { newKey } from '../keys.js'
import { ask, awayNote, field, moreNote, oneAtATime, problemCard, tellProblem, toast } from '../parts.js'

const SERVICES = ['order', 'inventory', 'payment', 'shipping', 'notification', 'loyalty']
const STATES = ['OPEN', 'WAITING', 'REPLAYED', 'DISCARDED']

export async function lettersView({main, signal}) {
  const page = {signal, wanted: null, ...boxes(() => choose(page), () => lookAgain(page))}
  show(main, frame(page))
  await load(page)
}

/** What of the page changes, and what changes it. */
function boxes(chosen, again) {
  return {
    state: h('select', {id: 'letter-state', onchange: chosen}, STATES.map(value => h('option', {value}, words(value)))),
    again: h('button', {type: 'button', onclick: oneAtATime()(again)}, 'Look again'),
    away: h('div', {class: 'stack'}),
    list: h('section', {class: 'card', id: 'dead-letters'}, loading('dead letters')),
    detail: h('div', {id: 'dead-letter'}),
  }
}

function frame({state, again, away, list, detail}) {
  return h('div', {class: 'view'},
    h('div', {class: 'view-head'},
      h('div', {}, h('h1', {}, 'Dead letters'), h('p', {}, 'Later events of the same key wait behind an open one. Remove the cause first, then replay. Discard only what may be lost.')),
      h('div', {class: 'row finder'}, h('div', {class: 'field'}, h('label', {for: 'letter-state'}, 'State'), state), again)),
    away, list, detail)
}

/** What was shown is of another state. */
async function choose(page) {
  show(page.list, loading('dead letters'))
  await lookAgain(page)
}

async function lookAgain(page) {
  await load(page).catch(problem => page.signal.aborted || show(page.list, problemCard(problem)))
}

async function load(page) {
  const wanted = page.state.value
  const found = await Promise.all(SERVICES.map(service => letters(service, wanted)))
  // Another choice may have been made meanwhile, and answered before.
  if (page.signal.aborted || wanted !== page.state.value) {
    return
  }
  const refused = found.find(({problem}) => problem?.isOfCaller)
  if (refused) {
    throw refused.problem
  }
  show(page.away, found.filter(({problem}) => problem).map(({service, problem}) => awayNote(words(service), problem)))
  drawList(page, found)
}

function drawList(page, found) {
  const all = found.flatMap(({service, items}) => (items ?? []).map(letter => ({service, ...letter})))
  all.sort((one, other) => new Date(other.createdAt) - new Date(one.createdAt))
  show(page.list, all.length === 0 ? nothing(page.state.value, found.some(({problem}) => problem))
    : [letterTable(all, letter => open(page, letter)), moreNote('the newest of each service', found.some(({more}) => more))])
}

function nothing(state, someAreSilent) {
  return state !== 'OPEN' ? empty(`None that is ${state.toLowerCase()}`)
    : empty('No dead letters', someAreSilent ? 'None in those services that answer.' : 'Every event could be handled.')
}

/** The one that was asked for last, whichever answer comes last. */
async function open(page, {service, id}) {
  page.wanted = id
  const isOld = () => page.signal.aborted || page.wanted !== id
  try {
    const letter = await call(service, `/admin/dead-letters/${id}`)
    isOld() || showLetter(page, service, letter)
  } catch (problem) {
    isOld() || show(page.detail, problemCard(problem))
  }
}

function showLetter(page, service, letter) {
  const card = letterCard(service, letter, () => replay(page, card, service, letter), () => discard(page, card, service, letter))
  show(page.detail, card)
  card.querySelector('h2').focus()
}

async function replay(page, card, service, letter) {
  await settle(page, card, 'It was handled, and what stood behind it follows.',
    () => call(service, `/admin/dead-letters/${letter.id}/replay`, {method: 'POST', key: newKey()}))
}

async function discard(page, card, service, letter) {
  const form = await ask({
    title: `Discard ${nameOf(service, letter)}?`,
    signal: page.signal,
    text: 'Its event is given up for good, and what stands behind it follows without it.',
    confirm: 'Discard it',
    danger: true,
    fields: [field('reason', 'Reason', h('input', {required: true, maxlength: 200}), 'Kept in the audit')],
  })
  if (form !== null) {
    await settle(page, card, 'It is given up.',
      () => call(service, `/admin/dead-letters/${letter.id}?reason=${encodeURIComponent(form.get('reason'))}`, {method: 'DELETE'}))
  }
}

async function settle(page, card, done, work) {
  try {
    await work()
    toast(done)
    card.remove()
    await load(page)
    page.signal.aborted || document.getElementById('main').focus()
  } catch (problem) {
    page.detail.querySelector('.problem')?.remove()
    card.isConnected ? page.detail.append(problemCard(problem)) : tellProblem(problem)
  }
}

/** What tells it from others of its type: whose it is. */
function nameOf(service, {type, key}) {
  return `${type ?? 'an event'}${key ? ` of ${shortId(key)}` : ''} at ${service}`
}

async function letters(service, state) {
  try {
    return {service, ...await itemsOf(service, `/admin/dead-letters?state=${state}&limit=200`)}
  } catch (problem) {
    return {service, problem}
  }
}

function letterTable(letters, open) {
  return table('Dead letters', [['Service'], ['Event'], ['Key'], ['Error'], ['Since'], ['State'], ['Details']], letters.map(letter => h('tr', {},
    h('td', {}, words(letter.service)),
    h('td', {class: 'mono'}, letter.type ?? 'unknown'),
    h('td', {class: 'mono', title: letter.key}, letter.key ? shortId(letter.key) : '–'),
    h('td', {}, letter.errorType ?? letter.error ?? '–'),
    h('td', {class: 'nowrap'}, ago(letter.createdAt)),
    h('td', {}, tag(words(letter.state), letter.state === 'OPEN' ? 'bad' : letter.state === 'WAITING' ? 'warn' : '')),
    h('td', {}, h('button', {type: 'button', class: 'small', 'aria-label': `Look at ${nameOf(letter.service, letter)}`, onclick: () => open(letter)}, 'Look at it')))))
}

function letterCard(service, letter, replay, discard) {
  const press = oneAtATime()
  return h('section', {class: 'card stack'},
    h('h2', {tabindex: '-1'}, nameOf(service, letter)),
    letter.error ? h('p', {}, letter.error) : null,
    facts([
      ['Record', `${letter.topic}, partition ${letter.partition}, offset ${letter.offset}`],
      ['Key', letter.key ?? '–'],
      ['Failed with', letter.errorType ?? '–'],
      ['Attempts', letter.attempts],
      ['Behind it', letter.behind ?? 0],
      letter.traceId ? ['Trace', letter.traceId] : null,
    ]),
    letter.payload === undefined || letter.payload === null ? h('p', {class: 'muted small'}, 'Its content is not kept any more.')
      : h('details', {}, h('summary', {}, 'Content, which may be personal'), h('pre', {tabindex: '0', 'aria-label': 'Content'}, typeof letter.payload === 'string' ? letter.payload : JSON.stringify(letter.payload, null, 2))),
    letter.state !== 'OPEN' ? null : h('div', {class: 'row'},
      h('button', {type: 'button', class: 'primary', onclick: press(replay)}, 'Replay'),
      h('button', {type: 'button', class: 'danger', onclick: press(discard)}, 'Discard')))
}
