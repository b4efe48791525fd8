import type { PlanDocument } from '../plan-document.ts';
import { planDatabase } from './database.ts';
import { draftIn } from './kept.ts';

/** The plan that is being edited as the browser keeps it, with what can be undone, so that a reload loses nothing. */
export interface Draft {
  document: PlanDocument;
  past: readonly PlanDocument[];
  future: readonly PlanDocument[];
  /** What the document was when it was started, opened or last saved. */
  start: PlanDocument;
  /** The saved plan that it is a working copy of. */
  saved?: { id: string; version: number };
}

/** A draft in the database. Its number tells whether another tab has written since. */
export interface KeptDraft extends Draft {
  version: number;
}

const draftKey = 'draft';
const replacedKey = 'replaced';
const tabKey = 'fodesim.tab';

/**
 * Reads and writes drafts for one tab of the browser. A draft that another tab has written since this one read it is not
 * written over; this tab's own then stands aside until the planner has chosen between them.
 */
export class DraftKeeper {
  private readonly tab = tabName();
  /** Version of the shared draft that this tab knows; 0 for none. */
  private known = 0;

  /** The draft to go on with, and whether it stands aside because another tab has written. @throws as the database does */
  async read(): Promise<{ draft: Draft; aside: boolean } | undefined> {
    const database = await planDatabase();
    const kept = await Promise.all([database.get('drafts', draftKey), database.get('drafts', this.tab)]);
    const [shared, aside] = kept.map(draftIn);
    if (aside !== undefined) {
      this.known = aside.version;
      return { draft: aside, aside: shared !== undefined && shared.version !== aside.version };
    }
    this.known = shared?.version ?? 0;
    return shared && { draft: shared, aside: false };
  }

  /** Writes the draft; false if it had to be put aside because another tab has written. @throws as the database does */
  async write(draft: Draft): Promise<boolean> {
    const database = await planDatabase();
    const transaction = database.transaction('drafts', 'readwrite');
    const shared = draftIn(await transaction.store.get(draftKey));
    const before = this.known;
    const isOurs = shared === undefined || shared.version === before;
    const version = isOurs ? (shared?.version ?? 0) + 1 : before;
    const kept: KeptDraft = { ...draft, version };
    // Already now, because the next write of this tab may be waiting for this one to end.
    this.known = version;
    try {
      await Promise.all([
        transaction.store.put(kept, isOurs ? draftKey : this.tab),
        ...(isOurs ? [transaction.store.delete(this.tab)] : []),
        transaction.done,
      ]);
    } catch (error) {
      this.known = before;
      throw error;
    }
    return isOurs;
  }

  /** The draft that the other tab wrote. The next write of this tab takes its place. @throws as the database does */
  async other(): Promise<Draft | undefined> {
    const shared = draftIn(await (await planDatabase()).get('drafts', draftKey));
    this.known = shared?.version ?? 0;
    return shared;
  }

  /** Keeps a draft with unsaved changes that another plan has taken the place of. @throws as the database does */
  async layAside(draft: Draft): Promise<void> {
    await (await planDatabase()).put('drafts', draft, replacedKey);
  }

  /** The draft that was laid aside last. @throws as the database does */
  async laidAside(): Promise<Draft | undefined> {
    return draftIn(await (await planDatabase()).get('drafts', replacedKey));
  }
}

/** A name that this tab keeps when it is reloaded. */
function tabName(): string {
  const fresh = `tab ${Math.random().toString(36).slice(2)}`;
  try {
    const known = sessionStorage.getItem(tabKey);
    if (known === null) sessionStorage.setItem(tabKey, fresh);
    return known ?? fresh;
  } catch {
    return fresh;
  }
}
