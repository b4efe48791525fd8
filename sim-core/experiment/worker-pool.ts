import type { Remote } from 'comlink';
import type { ReplicationPool } from './experiment.ts';
import type { ReplicationJob, ReplicationResult, SimulationWorker } from './messages.ts';

/** A worker as the pool sees it, whether in a browser or in Node. */
export interface WorkerConnection {
  remote: Remote<SimulationWorker>;
  /** Calls back when the worker dies or cannot be understood. comlink itself never tells (GoogleChromeLabs/comlink#601). */
  onFailure: (callback: (reason: string) => void) => void;
  terminate: () => void;
}

interface Task {
  job: ReplicationJob;
  attempts: number;
  resolve: (result: ReplicationResult) => void;
  reject: (reason: Error) => void;
}

interface Member {
  connection: WorkerConnection;
  task: Task | undefined;
}

/** A job is given to another worker once when the first one dies; a second death is the job's fault. */
const maximumAttempts = 2;

/** Carries out replications on a fixed number of workers, in the order in which they were asked for. */
export class WorkerPool implements ReplicationPool {
  readonly size: number;
  private readonly connect: () => WorkerConnection;
  private readonly waiting: Task[] = [];
  private members: Member[] = [];
  private terminated = false;

  /** @param size 1 or more @param connect starts a worker */
  constructor(size: number, connect: () => WorkerConnection) {
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`A pool of ${size} workers is not possible`);
    this.size = size;
    this.connect = connect;
  }

  run(job: ReplicationJob): Promise<ReplicationResult> {
    if (this.terminated) return Promise.reject(stopped());
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, attempts: 0, resolve, reject });
      this.assign();
    });
  }

  terminate(): void {
    this.terminated = true;
    const unfinished = [...this.members.flatMap(({ task }) => task ?? []), ...this.waiting.splice(0)];
    for (const { connection } of this.members) connection.terminate();
    this.members = [];
    for (const task of unfinished) task.reject(stopped());
  }

  private assign(): void {
    while (this.waiting.length > 0) {
      const member = this.members.find(({ task }) => task === undefined) ?? this.enlist();
      if (member === undefined) return;
      this.start(member, this.waiting.shift()!);
    }
  }

  private enlist(): Member | undefined {
    if (this.members.length >= this.size) return undefined;
    const member: Member = { connection: this.connect(), task: undefined };
    member.connection.onFailure((reason) => this.bury(member, reason));
    this.members.push(member);
    return member;
  }

  private start(member: Member, task: Task): void {
    member.task = task;
    task.attempts++;
    member.connection.remote.run(task.job).then(
      (result) => {
        if (member.task !== task) return;
        member.task = undefined;
        task.resolve(result);
        this.assign();
      },
      (error: unknown) => {
        if (member.task !== task) return;
        member.task = undefined;
        task.reject(error instanceof Error ? error : new Error(String(error)));
        this.assign();
      },
    );
  }

  /** A worker has died: somebody else takes over its job. */
  private bury(member: Member, reason: string): void {
    if (!this.members.includes(member)) return;
    this.members = this.members.filter((other) => other !== member);
    member.connection.terminate();
    const { task } = member;
    member.task = undefined;
    if (task !== undefined) {
      if (task.attempts < maximumAttempts) this.waiting.unshift(task);
      else task.reject(new Error(`A worker died during replication ${task.job.replication}: ${reason}`));
    }
    this.assign();
  }
}

function stopped(): DOMException {
  return new DOMException('The run was stopped', 'AbortError');
}
