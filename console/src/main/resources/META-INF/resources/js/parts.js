// Problems, questions and short messages: the same everywhere.

import { h, show } from './dom.js'

const UNCLEAR = 'It may have been done all the same: look before you ask again.'

/** What a service refused, in full; with a way to ask again, if there is one. */
export function problemCard(problem, again) {
  return h('section', {class: 'card problem', role: 'alert'},
    h('h2', {}, problem.title ?? 'Something went wrong in this page'),
    // Fields that are wrong are named one by one; the detail would say it twice.
    problem.errors?.length ? null : h('p', {}, problem.detail ?? (problem.title ? '' : problem.message)),
    problem.isUnclear ? h('p', {}, UNCLEAR) : null,
    problem.errors?.length ? h('ul', {}, problem.errors.map(error => h('li', {}, h('code', {}, error.field), ` ${error.message}`))) : null,
    traceOf(problem),
    tryAgain(again))
}

function traceOf({traceId}) {
  return traceId ? h('p', {class: 'trace'}, 'Trace ', h('code', {}, traceId)) : null
}

function tryAgain(again) {
  return again ? h('div', {class: 'row after'}, h('button', {type: 'button', onclick: oneAtATime()(again)}, 'Try again')) : null
}

/** A part of a view whose service is away, or answers nothing of use, while the rest goes on. */
export function awayNote(what, problem, again) {
  return h('div', {class: 'card notice'},
    h('h2', {}, problem.isAway ? `${what} is away` : `${what} can’t be read`),
    h('p', {class: 'muted'}, `${(problem.detail ?? problem.title ?? problem.message).replace(/\.$/, '')}. The rest of the page goes on without it.`),
    traceOf(problem),
    tryAgain(again))
}

/** What is cut off is said. */
export function moreNote(shown, more) {
  return more ? h('p', {class: 'small muted', role: 'note'}, `There are more: these are ${shown}.`) : null
}

/** Goes by itself; what is bad stays until it is closed, since nobody knows who has read it. */
export function toast(text, kind = '') {
  const box = h('div', {class: `toast ${kind}`.trim()}, h('span', {}, text))
  document.getElementById('toasts').append(box)
  if (kind === 'bad') {
    box.append(h('button', {type: 'button', class: 'quiet small icon', 'aria-label': 'Close this message', onclick: () => box.remove()}, '×'))
  } else {
    setTimeout(() => box.remove(), 6_000)
  }
}

/** They were for who was signed in. */
export function clearToasts() {
  show(document.getElementById('toasts'))
}

/**
 * Makes listeners of which one at a time does its work; a press meanwhile is none. The button keeps the focus, which a disabled one
 * would lose.
 */
export function oneAtATime() {
  let running = false
  return work => async ({currentTarget}) => {
    if (running) {
      return
    }
    running = true
    currentTarget.setAttribute('aria-disabled', true)
    try {
      await work()
    } finally {
      running = false
      currentTarget.removeAttribute('aria-disabled')
    }
  }
}

/** Tells what was refused where a card has no place. Whose token is not accepted is told so once, and signed out. */
export function tellProblem(problem) {
  if (problem.status === 401) {
    return
  }
  const fields = (problem.errors ?? []).map(error => `${error.field} ${error.message}`).join('; ')
  const detail = fields || (problem.detail ?? (problem.title ? null : problem.message))
  toast([problem.title, detail, problem.isUnclear ? UNCLEAR : null, problem.traceId ? `Trace ${problem.traceId}` : null]
    .filter(Boolean).join(' · '), 'bad')
}

/**
 * Asks before something is done. Fields are elements; resolves to the form's data, or null.
 *
 * @param signal ends the question with what it is about: the view that is left, or whose caller is signed out
 */
export function ask({title, text, confirm, danger = false, fields = [], signal}) {
  const dialog = document.getElementById('dialog')
  return new Promise(resolve => {
    const form = h('form', {method: 'dialog', novalidate: false},
      fields,
      h('div', {class: 'row'},
        h('button', {type: 'button', onclick: () => dialog.close()}, 'Keep as it is'),
        h('button', {type: 'submit', class: danger ? 'danger' : 'primary', value: 'yes'}, confirm)))
    let answer = null
    form.addEventListener('submit', event => {
      event.preventDefault()
      answer = new FormData(form)
      dialog.close()
    })
    const end = () => dialog.contains(form) && dialog.close()
    signal?.addEventListener('abort', end, {once: true})
    dialog.addEventListener('close', () => { signal?.removeEventListener('abort', end); resolve(answer) }, {once: true})
    show(dialog, h('h2', {id: 'dialog-title'}, title), text ? h('p', {class: 'muted'}, text) : null, form)
    // It may be: a question can come by the address.
    dialog.open || dialog.showModal()
  })
}

/** A labelled input of a form. */
export function field(name, label, input, hint) {
  const id = `field-${name.replaceAll('.', '-')}`
  input.id = id
  input.name = name
  const box = h('div', {class: 'field'}, h('label', {for: id}, label), input)
  if (hint) {
    input.setAttribute('aria-describedby', `${id}-hint`)
    box.append(h('span', {class: 'hint', id: `${id}-hint`}, hint))
  }
  return box
}
