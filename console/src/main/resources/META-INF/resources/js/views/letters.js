// Events that services could not handle, of all services at once.

import { empty, facts, h, loading, show, table, tag } from '../dom.js'
import { call, itemsOf } from '../api.js'
import { ago, shortId, words } from '../format.js'
import { ask, awayNote, field, moreNote, problemCard, tellProblem, toast } from '../parts.js'

const SERVICES = ['order', 'inventory', 'payment', 'shipping', 'notification', 'loyalty']

export async function lettersView({main, signal}) {
  const list = h('section', {class: 'card', id: 'dead-letters'}, loading('dead letters'))
  const detail = h('div', {id: 'dead-letter'})
  const away = h('div', {class: 'stack'})
  const state = h('select', {id: 'letter-state', onchange: () => load().catch(tellProblem)},
    ['OPEN', 'WAITING', 'REPLAYED', 'DISCARDED'].map(value => h('option', {value}, words(value))))
  show(main, h('div', {class: 'view'},
    h('div', {class: 'view-head'},
      h('div', {}, h('h1', {}, 'Dead letters'), h('p', {}, 'Later events of the same key wait behind an open one. Remove the cause first, then replay. Discard only what may be lost.')),
      h('div', {class: 'field'}, h('label', {for: 'letter-state'}, 'State'), state)),
    away, list, detail))

  async function load() {
    const found = await Promise.all(SERVICES.map(service => letters(service, state.value)))
    if (signal.aborted) {
      return
    }
    const refused = found.find(({problem}) => problem && !problem.isAway)
    if (refused) {
      throw refused.problem
    }
    show(away, found.filter(({problem}) => problem).map(({service, problem}) => awayNote(words(service), problem)))
    const all = found.flatMap(({service, items}) => (items ?? []).map(letter => ({service, ...letter})))
    all.sort((one, other) => new Date(other.createdAt) - new Date(one.createdAt))
    const silent = found.filter(({problem}) => problem).length
    show(list, all.length > 0 ? [letterTable(all, open), moreNote('the newest of each service', found.some(({more}) => more))]
      : state.value === 'OPEN' ? empty('No dead letters', silent ? 'None in those services that answer.' : 'Every event could be handled.')
        : empty(`None that is ${state.value.toLowerCase()}`))
  }

  async function open({service, id}) {
    try {
      const letter = await call(service, `/admin/dead-letters/${id}`)
      show(detail, letterCard(service, letter, () => replay(service, letter), () => discard(service, letter)))
      detail.querySelector('h2').focus()
    } catch (problem) {
      show(detail, problemCard(problem))
    }
  }

  async function replay(service, letter) {
    await settle(() => call(service, `/admin/dead-letters/${letter.id}/replay`, {method: 'POST', key: crypto.randomUUID()}),
      'It was handled, and what stood behind it follows.')
  }

  async function discard(service, letter) {
    const form = await ask({
      title: 'Discard this dead letter?',
      text: 'Its event is given up for good, and what stands behind it follows without it.',
      confirm: 'Discard it',
      danger: true,
      fields: [field('reason', 'Reason', h('input', {required: true, maxlength: 200}), 'Kept in the audit')],
    })
    if (form !== null) {
      await settle(() => call(service, `/admin/dead-letters/${letter.id}?reason=${encodeURIComponent(form.get('reason'))}`, {method: 'DELETE'}), 'It is given up.')
    }
  }

  async function settle(work, done) {
    try {
      await work()
      toast(done)
      show(detail)
      await load()
      document.getElementById('main').focus()
    } catch (problem) {
      detail.querySelector('.problem')?.remove()
      detail.append(problemCard(problem))
    }
  }

  await load()
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
    h('td', {}, h('button', {type: 'button', class: 'small', 'aria-label': `Look at ${letter.type ?? 'the event'} of ${letter.service}`, onclick: () => open(letter)}, 'Look at it')))))
}

function letterCard(service, letter, replay, discard) {
  return h('section', {class: 'card stack'},
    h('h2', {tabindex: '-1'}, `${letter.type ?? 'An event'} at ${service}`),
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
      h('button', {type: 'button', class: 'primary', onclick: replay}, 'Replay'),
      h('button', {type: 'button', class: 'danger', onclick: discard}, 'Discard')))
}
