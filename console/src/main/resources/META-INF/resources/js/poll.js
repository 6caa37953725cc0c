// Views of what changes by itself.

/**
 * Does something now and then again and again, a pause after each end, while the tab is seen and until the signal aborts.
 */
export function repeat(work, millis, signal) {
  let timer
  let running = false
  const turn = async () => {
    if (!document.hidden) {
      running = true
      try {
        await work()
      } finally {
        running = false
      }
    }
    if (!signal.aborted) {
      timer = setTimeout(turn, millis)
    }
  }
  const seen = () => {
    // A turn under way has its own next one; a second would never end beside it.
    if (!document.hidden && !running && !signal.aborted) {
      clearTimeout(timer)
      turn()
    }
  }
  document.addEventListener('visibilitychange', seen, {signal})
  signal.addEventListener('abort', () => clearTimeout(timer), {once: true})
  return turn()
}
