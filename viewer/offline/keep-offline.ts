/** Keeps the page in the browser, so that it opens without a network the next time; where that is not allowed, it just doesn't. */
export async function keepOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register('./service-worker.js');
  } catch {
    // Opened from a file, without encryption or in a private window: the page works as before, but needs the network.
  }
}
