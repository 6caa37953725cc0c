// The text in which services tell their metrics (docs/operations.md lists them).

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{([^}]*)\})? (\S+)/
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g

/** All samples: {name, labels, value}. */
export function parse(text) {
  return text.split('\n').flatMap(line => {
    const found = LINE.exec(line)
    return found === null ? [] : [{name: found[1], labels: labels(found[2] ?? ''), value: Number(found[3])}]
  })
}

function labels(text) {
  return Object.fromEntries([...text.matchAll(LABEL)].map(found => [found[1], found[2]]))
}

const matching = (samples, name, wanted) => samples.filter(sample =>
  sample.name === name && Number.isFinite(sample.value) && Object.entries(wanted).every(([label, value]) => sample.labels[label] === value))

/** The sum of those that are numbers; null if there are none. */
export function sum(samples, name, wanted = {}) {
  const found = matching(samples, name, wanted)
  return found.length === 0 ? null : found.reduce((total, sample) => total + sample.value, 0)
}

/** The greatest of those that are numbers; null if there are none. */
export function most(samples, name, wanted = {}) {
  const found = matching(samples, name, wanted)
  return found.length === 0 ? null : Math.max(...found.map(sample => sample.value))
}

/** [label's value, number] of each sample of a metric. */
export function by(samples, name, label) {
  return matching(samples, name, {}).map(sample => [sample.labels[label], sample.value])
}

/** {name, count, mean in millis} of each call that was answered well, the most frequent first. */
export function callsOf(samples) {
  const calls = new Map()
  for (const {name, labels, value} of samples) {
    if (name.startsWith('http_server_requests_seconds_') && labels.outcome === 'SUCCESS' && !labels.uri.startsWith('/q/') && Number.isFinite(value)) {
      const key = `${labels.method} ${labels.uri}`
      const known = calls.get(key) ?? {name: key, count: 0, seconds: 0}
      known.count += name === 'http_server_requests_seconds_count' ? value : 0
      known.seconds += name === 'http_server_requests_seconds_sum' ? value : 0
      calls.set(key, known)
    }
  }
  return [...calls.values()].filter(({count}) => count > 0)
    .map(({name, count, seconds}) => ({name, count, mean: 1_000 * seconds / count}))
    .sort((one, other) => other.count - one.count)
}
