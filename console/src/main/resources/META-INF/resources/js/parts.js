// Problems, questions and short messages: the same everywhere.

import { h, show } from './dom.js'

/** What a service refused, in full. */
export function problemCard(problem) {
  return h('section', {class: 'card problem', role: 'alert'},
    h('h2', {}, problem.title ?? 'Something went wrong in this page'),
    // Fields that are wrong are named one by one; the detail would say it twice.
    problem.errors?.length ? null : h('p', {}, problem.detail ?? (problem.title ? '' : problem.message)),
    problem.errors?.length ? h('ul', {}, problem.errors.map(error => h('li', {}, h('code', {}, error.field), ` ${error.message}`))) : null,
    problem.traceId ? h('p', {class: 'trace'}, 'Trace ', h('code', {}, problem.traceId)) : null)
}

/** A part of a view whose service is away, while the rest goes on. */
export function awayNote(what, problem) {
  return h('div', {class: 'card notice'},
    h('h2', {}, `${what} is away`),
    h('p', {class: 'muted'}, `${(problem.detail ?? problem.title ?? problem.message).replace(/\.$/, '')}. The rest of the page goes on without it.`))
}

/** What is cut off is said. */
export function moreNote(shown, more) {
  return more ? h('p', {class: 'small muted', role: 'note'}, `There are more: these are ${shown}.`) : null
}

export function toast(text, kind = '') {
  const box = h('div', {class: `toast ${kind}`.trim()}, text)
  document.getElementById('toasts').append(box)
  setTimeout(() => box.remove(), 6_000)
}

/** Tells what was refused where a card has no place. */
export function tellProblem(problem) {
  const fields = (problem.errors ?? []).map(error => `${error.field} ${error.message}`).join('; ')
  toast([problem.title, fields || (problem.detail ?? (problem.title ? null : problem.message)), problem.traceId ? `Trace ${problem.traceId}` : null]
    .filter(Boolean).join(' · '), 'bad')
}

/** Asks before something is done. Fields are elements; resolves to the form's data, or null. */
export function ask({title, text, confirm, danger = false, fields = []}) {
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
    dialog.addEventListener('close', () => resolve(answer), {once: true})
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
