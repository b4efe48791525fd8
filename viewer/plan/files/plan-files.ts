import { plan } from '../plan.ts';
import { newPlan } from '../new-plan.ts';
import type { PlanDocument } from '../plan-document.ts';
import { savedPlans, type SavedPlan } from '../saved-plans.ts';
import { troubleOf, type StorageTrouble } from './database.ts';
import { DraftKeeper, type Draft } from './draft.ts';
import { asCopy, nameOf, withText } from './plan-name.ts';

/**
 * Where the plan that is being edited comes from and is kept: every change of it goes into the browser's database at once.
 * Sends `change`.
 */
class PlanFiles extends EventTarget {
  /** Why the draft is not kept; undefined as long as it is. */
  trouble: StorageTrouble | undefined;
  /** Whether another tab has changed the draft, so that the planner must choose between the two. */
  otherTab = false;
  /** Whether the saved plan has been saved anew in another tab, so that the planner must choose between the two. */
  savedElsewhere = false;
  /** The plan with unsaved changes that another one took the place of last. */
  replaced: Draft | undefined;
  private readonly keeper = new DraftKeeper();
  private start: PlanDocument = plan.document;
  private saved: { id: string; version: number } | undefined;
  private ready: Promise<void> | undefined;
  private isRead = false;

  /** Whether the plan has changes that are only in the draft. */
  get unsaved(): boolean {
    return JSON.stringify(plan.document) !== JSON.stringify(this.start);
  }

  /** The saved plan that is being edited; undefined if it is none, or has been deleted. */
  get savedId(): string | undefined {
    return this.saved?.id;
  }

  /** Goes on from the draft of the last visit, and keeps the draft from now on. */
  restore(): Promise<void> {
    return (this.ready ??= this.restoreOnce());
  }

  /** Puts a plan that is not saved in the place of this one. */
  async open(document: PlanDocument): Promise<void> {
    await this.become(document, undefined);
  }

  async openNew(): Promise<void> {
    await this.open(newPlan());
  }

  async openSaved({ id, document, version }: SavedPlan): Promise<void> {
    await this.become(document, { id, version });
  }

  /** Saves the plan among the planner's own, in place of the one it was opened from, if any. */
  async save(): Promise<void> {
    const { document } = plan;
    const kept =
      this.saved === undefined
        ? await savedPlans.add(document)
        : await savedPlans.replace(this.saved.id, document, this.saved.version);
    this.savedElsewhere = kept === undefined;
    if (kept !== undefined) this.isSaved(kept);
    this.tell();
  }

  /** Saves the plan over the one that another tab has saved. */
  async saveOverOther(): Promise<void> {
    const other = this.saved && (await savedPlans.get(this.saved.id));
    if (other !== undefined) this.saved = { id: other.id, version: other.version };
    await this.save();
  }

  /** Saves the plan under a name of its own and goes on with the copy. Returns what it is called. */
  async saveCopy(): Promise<string> {
    plan.edit(asCopy);
    const { document } = plan;
    this.isSaved(await savedPlans.add(document));
    this.savedElsewhere = false;
    this.tell();
    return nameOf(document);
  }

  /** Gives a saved plan another name, and the plan that is being edited too if it is a working copy of that one. */
  async rename({ id, document, version }: SavedPlan, name: string): Promise<void> {
    const kept = await savedPlans.replace(id, withText(document, 'name', name), version);
    if (kept === undefined || this.saved?.id !== id) return;
    this.isSaved(kept);
    plan.edit((edited) => withText(edited, 'name', name));
    this.tell();
  }

  /** Of the two drafts, keeps the one of this tab. */
  async keepMine(): Promise<void> {
    await this.guarded(async () => void (await this.keeper.other()));
    await this.keep();
  }

  /** Of the two drafts, takes the one of the other tab; this tab's can be had back by undo. */
  async takeTheirs(): Promise<void> {
    await this.guarded(async () => {
      const theirs = await this.keeper.other();
      if (theirs === undefined) return;
      this.start = theirs.start;
      this.saved = theirs.saved;
      plan.edit(() => theirs.document);
    });
    await this.keep();
  }

  /** Opens the plan again that another one took the place of. */
  async takeBack(): Promise<void> {
    const { replaced } = this;
    if (replaced === undefined) return;
    await this.become(replaced.document, replaced.saved, replaced);
    // What took its place may have been changed too, and is then the one to take back next.
    if (this.replaced === replaced) this.replaced = undefined;
    this.tell();
  }

  private async restoreOnce(): Promise<void> {
    let isKept = true;
    await this.guarded(async () => {
      const kept = await this.keeper.read();
      this.replaced = await this.keeper.laidAside();
      isKept = kept !== undefined;
      if (kept === undefined) return;
      // What was done before the draft had been read is not lost either.
      if (plan.canUndo) this.replaced = this.draft();
      this.otherTab = kept.aside;
      this.start = kept.draft.start;
      this.saved = kept.draft.saved;
      plan.open(kept.draft.document, kept.draft);
    });
    this.isRead = true;
    plan.addEventListener('change', () => void this.keep());
    if (!isKept && plan.canUndo) void this.keep();
    this.tell();
  }

  private async become(document: PlanDocument, saved: Draft['saved'], from?: Draft): Promise<void> {
    if (this.unsaved) {
      const draft = this.draft();
      this.replaced = draft;
      await this.guarded(() => this.keeper.layAside(draft));
    }
    this.start = from?.start ?? document;
    this.saved = saved;
    this.savedElsewhere = false;
    plan.open(document, from);
  }

  private isSaved({ id, version, document }: SavedPlan): void {
    this.saved = { id, version };
    this.start = document;
    void this.keep();
  }

  private draft(): Draft {
    const { past, future } = plan.history;
    return {
      document: plan.document,
      past,
      future,
      start: this.start,
      ...(this.saved === undefined ? {} : { saved: this.saved }),
    };
  }

  private async keep(): Promise<void> {
    if (!this.isRead) return;
    await this.guarded(async () => {
      this.otherTab = !(await this.keeper.write(this.draft()));
      this.trouble = undefined;
    });
    this.tell();
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  private tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** Where the page's plan is kept. */
export const planFiles = new PlanFiles();
