import type { Scenario } from '../../scenarios/schema/index.ts';
import type { PlanCheck, RemotePlanChecker } from './checker/messages.ts';
import type { PlanDocument } from './plan-document.ts';
import { usualScenario } from './usual-scenarios.ts';

/** What the plan is called in results. */
const planId = 'plan';

/** Changes that can be undone; older ones are forgotten. */
export const mostSteps = 100;

/** What can be undone and redone: documents, the one that is reached first last. */
export interface PlanHistory {
  readonly past: readonly PlanDocument[];
  readonly future: readonly PlanDocument[];
}

const noHistory: PlanHistory = { past: [], future: [] };

/**
 * The one plan that is being edited, with what can be undone and redone. Sends `change` when the document has changed and
 * `check` when it is known whether it is sound, or why that cannot be known.
 */
export class PlanEditor extends EventTarget {
  document: PlanDocument;
  /** Of the document as it is now; undefined while it is being checked. */
  check: PlanCheck | undefined;
  /** The latest check there was, of this document or of one before it. */
  latestCheck: PlanCheck | undefined;
  /** Why the document could not be checked at all, as the browser says it; undefined while checks work. */
  checkFailure: string | undefined;
  /**
   * The scenario that the plan starts from, with the passports of its figures; undefined until it has been read. If there is
   * no such scenario, the one before it or the usual one.
   */
  base: Scenario | undefined;
  private readonly checker: () => RemotePlanChecker;
  private past: PlanDocument[] = [];
  private future: PlanDocument[] = [];
  private baseId = '';
  private examining = false;
  private lastOccasion: string | undefined;

  /** @param checker what reads and checks scenarios; asked for each time, because it may have been started anew */
  constructor(document: PlanDocument, checker: () => RemotePlanChecker) {
    super();
    this.document = document;
    this.checker = checker;
    void this.examine();
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** What can be undone and redone now; it stays as it is when the plan is edited. */
  get history(): PlanHistory {
    return { past: [...this.past], future: [...this.future] };
  }

  /**
   * Makes one change, which can be undone. A change that changes nothing is none. Changes in a row with the same occasion
   * (a word being typed, a bar being dragged) are undone in one step.
   */
  edit(change: (document: PlanDocument) => PlanDocument, occasion?: string): void {
    const next = change(this.document);
    if (JSON.stringify(next) === JSON.stringify(this.document)) return;
    const goesOn = occasion !== undefined && occasion === this.lastOccasion && this.canUndo;
    if (!goesOn) this.past = [...this.past, this.document].slice(-mostSteps);
    this.future = [];
    this.become(next, occasion);
  }

  /** Puts another plan in the place of this one; what was done before can't be undone, only what comes with the other. */
  open(document: PlanDocument, history: PlanHistory = noHistory): void {
    this.past = history.past.slice(-mostSteps);
    this.future = history.future.slice(-mostSteps);
    this.become(document);
  }

  undo(): void {
    const before = this.past.pop();
    if (before === undefined) return;
    this.future.push(this.document);
    this.become(before);
  }

  redo(): void {
    const after = this.future.pop();
    if (after === undefined) return;
    this.past.push(this.document);
    this.become(after);
  }

  private become(document: PlanDocument, occasion?: string): void {
    this.document = document;
    this.lastOccasion = occasion;
    this.check = undefined;
    this.dispatchEvent(new Event('change'));
    void this.examine();
  }

  /** Checks until the latest document has been checked; documents that have been replaced meanwhile are passed over. */
  private async examine(): Promise<void> {
    if (this.examining) return;
    this.examining = true;
    while (this.check === undefined) {
      const { document } = this;
      try {
        await this.readBase(document);
        const check = await this.checker().check(document, planId);
        if (document !== this.document) continue;
        this.check = check;
        this.latestCheck = check;
        this.checkFailure = undefined;
      } catch (error) {
        if (document !== this.document) continue;
        this.checkFailure = error instanceof Error ? error.message : String(error);
        this.examining = false;
        this.dispatchEvent(new Event('check'));
        return;
      }
    }
    this.examining = false;
    this.dispatchEvent(new Event('check'));
  }

  private async readBase({ extends: base }: PlanDocument): Promise<void> {
    const id = typeof base === 'string' ? base : usualScenario;
    if (id === this.baseId) return;
    const read = await this.checker().shipped(id);
    if (read.kind === 'sound') {
      this.base = read.scenario;
      this.baseId = id;
    } else if (this.base === undefined) {
      // A plan that starts from what there is not can be mended only if the forms have something to be drawn with.
      const usual = await this.checker().shipped(usualScenario);
      if (usual.kind === 'sound') this.base = usual.scenario;
    }
  }
}
