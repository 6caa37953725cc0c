// The token comes from an issuer; ./run prints an address that carries one.

import { h, show } from '../dom.js'
import { signIn } from '../session.js'

export function signInView({main, signedIn}) {
  const token = h('textarea', {id: 'token', rows: 5, required: true, spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'token-hint token-error'})
  const error = h('p', {id: 'token-error', class: 'small error', role: 'alert'})
  const form = h('form', {class: 'card stack', novalidate: true, onsubmit: submit},
    h('div', {class: 'field'},
      h('label', {for: 'token'}, 'Bearer token'),
      token,
      h('span', {id: 'token-hint', class: 'hint'}, 'It stays in this tab and is forgotten with it.')),
    error,
    h('div', {class: 'row'}, h('button', {class: 'primary', type: 'submit'}, 'Sign in')))
  function submit(event) {
    event.preventDefault()
    if (signIn(token.value)) {
      location.hash = '#/'
      signedIn()
    } else {
      error.textContent = 'This is no token, or it has expired.'
      token.setAttribute('aria-invalid', 'true')
      token.focus()
    }
  }
  show(main, h('div', {class: 'signin'},
    h('div', {class: 'stack'},
      h('h1', {}, 'Sign in to Orderflow'),
      h('p', {class: 'muted'}, 'Place orders and watch them travel; with an operator’s token, see what moves, what waits and what is stuck.')),
    form,
    h('p', {class: 'small muted'}, 'In development ', h('code', {}, './run'), ' prints addresses that ask you to sign in, and ',
      h('code', {}, './run token --role operator'), ' prints a token.')))
}
