import { language, onLanguage } from '../language/language.ts';
import { planDatabase, troubleOf, type StorageTrouble } from './files/database.ts';
import { isSavedPlan } from './files/kept.ts';
import { nameOf } from './files/plan-name.ts';
import type { PlanDocument } from './plan-document.ts';

/** A plan that is kept in the browser. */
export interface SavedPlan {
  id: string;
  document: PlanDocument;
  /** Counts from 1, one up each time the plan is saved: two tabs that have read the same number have read the same plan. */
  version: number;
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** A saved plan with what it is called in the language of the page. */
export interface NamedPlan extends SavedPlan {
  name: string;
}

/**
 * The plans that are kept in the browser. Where it forbids that or has no room, they are kept for as long as the page is
 * open, and `trouble` says why. Sends `change`.
 */
class SavedPlans extends EventTarget {
  /** Why the latest saving or reading did not reach the browser's database. */
  trouble: StorageTrouble | undefined;
  private plans = new Map<string, SavedPlan>();
  /** What could not be written, and so lives only as long as the page. */
  private readonly unwritten = new Map<string, SavedPlan>();
  /** Undefined where the browser forbids tabs to speak to one another, as it may together with storage. */
  private readonly otherTabs = channel('fodesim.plans');
  private read: Promise<void> | undefined;
  /** Whether the database could be read. */
  private isRead = false;

  constructor() {
    super();
    this.otherTabs?.addEventListener('message', () => void this.readAgain());
    onLanguage(() => this.dispatchEvent(new Event('change')));
  }

  /** What there is, by name in the order of the language; none until it has been read. */
  list(): readonly NamedPlan[] {
    void this.ready();
    const { compare } = new Intl.Collator(language(), { numeric: true });
    return [...this.plans.values()].map(withName).toSorted((a, b) => compare(a.name, b.name) || a.savedAt - b.savedAt);
  }

  /** A plan by its id, once the plans have been read. */
  async get(id: string): Promise<NamedPlan | undefined> {
    await this.ready();
    const plan = this.plans.get(id);
    return plan && withName(plan);
  }

  /** Resolves when the plans have been read, or could not be. */
  ready(): Promise<void> {
    return (this.read ??= this.readAgain());
  }

  /** Keeps a new plan. */
  async add(document: PlanDocument): Promise<SavedPlan> {
    const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    const plan: SavedPlan = { id, document, version: 1, savedAt: Date.now() };
    await this.keep(plan);
    return plan;
  }

  /**
   * Saves a plan again. Undefined, and nothing is saved, if it has another version than the one given by now: another tab has
   * saved it. A plan that has been deleted meanwhile is kept as it was.
   */
  async replace(id: string, document: PlanDocument, version: number): Promise<SavedPlan | undefined> {
    await this.readAgain();
    const present = this.plans.get(id);
    if (present !== undefined && present.version !== version) return undefined;
    const plan: SavedPlan = { id, document, version: version + 1, savedAt: Date.now() };
    await this.keep(plan);
    return plan;
  }

  /** Deletes a plan. Returns it, so that it can be put back by `restore`. */
  async remove(id: string): Promise<NamedPlan | undefined> {
    const plan = await this.get(id);
    await this.stored(async () => (await planDatabase()).delete('plans', id));
    this.unwritten.delete(id);
    this.plans.delete(id);
    this.tell();
    return plan;
  }

  /** Puts a plan back as it was. */
  async restore({ id, document, version, savedAt }: SavedPlan): Promise<void> {
    await this.keep({ id, document, version, savedAt });
  }

  private async keep(plan: SavedPlan): Promise<void> {
    await this.ready();
    if (await this.stored(async () => (await planDatabase()).put('plans', plan))) this.unwritten.delete(plan.id);
    else this.unwritten.set(plan.id, plan);
    this.plans.set(plan.id, plan);
    this.tell();
  }

  private async stored(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      this.trouble = undefined;
      if (!this.isRead) await this.readAgain();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
      this.otherTabs?.postMessage('changed');
      return true;
    } catch (error) {
      this.trouble = troubleOf(error);
      return false;
    }
  }

  private async readAgain(): Promise<void> {
    try {
      const kept = (await (await planDatabase()).getAll('plans')).filter(isSavedPlan);
      this.plans = new Map([...kept, ...this.unwritten.values()].map((plan) => [plan.id, plan]));
      this.isRead = true;
      // That there was no room still holds for what could not be written.
      if (this.trouble !== 'full') this.trouble = undefined;
    } catch (error) {
      this.trouble = troubleOf(error);
    }
    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

function channel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

function withName(plan: SavedPlan): NamedPlan {
  return { ...plan, name: nameOf(plan.document) };
}

/** The planner's own plans. */
export const savedPlans = new SavedPlans();
