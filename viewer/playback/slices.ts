/** The longest that one slice may take (milliseconds): short enough for the page to answer in between. */
const sliceMilliseconds = 8;

/** Cuts long work in slices, between which the page can draw and answer. */
export class Slices {
  private since = performance.now();

  /** Whether it is time to rest. */
  get isSpent(): boolean {
    return performance.now() - this.since > sliceMilliseconds;
  }

  /** Lets everything else that waits have its turn. */
  async rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      // A timeout would be stretched to four milliseconds each time.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(undefined);
    });
    this.since = performance.now();
  }
}
