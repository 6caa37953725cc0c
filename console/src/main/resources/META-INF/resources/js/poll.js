// Views of what changes by itself.

/**
 * Does something now and then again and again, a pause after each end, while the tab is seen and until the signal aborts.
 */
export function repeat(work, millis, signal) {
  let timer
  const turn = async () => {
    if (!document.hidden) {
      await work()
    }
    if (!signal.aborted) {
      timer = setTimeout(turn, millis)
    }
  }
  const seen = () => {
    if (!document.hidden && !signal.aborted) {
      clearTimeout(timer)
      turn()
    }
  }
  document.addEventListener('visibilitychange', seen, {signal})
  signal.addEventListener('abort', () => clearTimeout(timer), {once: true})
  return turn()
}
