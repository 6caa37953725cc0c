// Before the first paint, so that nobody sees the other theme flash. Without a choice the system's own holds.
const chosen = localStorage.getItem('orderflow-theme')
if (chosen === 'light' || chosen === 'dark') {
  document.documentElement.dataset.theme = chosen
}
