import type { ReplicationPool } from '../../sim-core/experiment/experiment.ts';
import type { ReplicationJob, ReplicationResult } from '../../sim-core/experiment/messages.ts';
import { RandomStream } from '../../sim-core/kernel/index.ts';

/**
 * A pool without workers: results come from a function, and jobs end in an order drawn from a stream, never more at once
 * than its size.
 */
export class CannedPool implements ReplicationPool {
  readonly size: number;
  readonly started: ReplicationJob[] = [];
  terminated = false;
  private readonly resultOf: (job: ReplicationJob) => Record<string, number>;
  private readonly order: RandomStream;
  private readonly running: { end: () => void; abort: () => void }[] = [];

  constructor(size: number, resultOf: (job: ReplicationJob) => Record<string, number>, order = 'in any order') {
    this.size = size;
    this.resultOf = resultOf;
    this.order = new RandomStream(order, 0, 'completion');
  }

  run(job: ReplicationJob): Promise<ReplicationResult> {
    if (this.terminated) return Promise.reject(new DOMException('stopped', 'AbortError'));
    if (this.running.length >= this.size) throw new Error('More jobs at once than there are workers');
    this.started.push(job);
    return new Promise((resolve, reject) => {
      const task = {
        end: (): void => {
          try {
            const indicators = this.resultOf(job);
            resolve({ replication: job.replication, indicators, traceHash: `trace ${job.replication}`, events: 1 });
          } catch (error) {
            reject(error);
          }
        },
        abort: (): void => reject(new DOMException('stopped', 'AbortError')),
      };
      this.running.push(task);
      setImmediate(() => this.endOne());
    });
  }

  terminate(): void {
    this.terminated = true;
    for (const { abort } of this.running.splice(0)) abort();
  }

  /** Ends one of the jobs under way, whichever the stream says. */
  private endOne(): void {
    const [task] = this.running.splice(Math.floor(this.order.next() * this.running.length), 1);
    task?.end();
  }
}
