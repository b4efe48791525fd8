import type { BaseData } from './base-data.ts';
import { parseSource, type SourceDocument } from './document.ts';

/** A folder of base data that has been read and fits the schema. */
export interface Base {
  /** The merged content of the files, not yet with defaults. */
  raw: Record<string, unknown>;
  /** The same, checked against the schema. */
  data: BaseData;
  /** The file of each top-level key. */
  documents: Map<string, SourceDocument>;
  /** Whether the data have been checked as they are, with nothing replaced, and nothing was wrong. */
  sound: boolean;
}

/**
 * What has been read before, so that a plan that is checked again and again does not have all it rests on read each time. A
 * file whose text has changed is read anew, and so is the base data it is part of.
 */
export class ReadingMemory {
  private readonly sources = new Map<string, { text: string; outcome: ReturnType<typeof parseSource> }>();
  private readonly bases = new Map<string, { parts: readonly SourceDocument[]; base: Base }>();

  /** As `parseSource`. */
  parse(label: string, text: string): ReturnType<typeof parseSource> {
    const known = this.sources.get(label);
    if (known?.text === text) return known.outcome;
    const outcome = parseSource(label, text);
    this.sources.set(label, { text, outcome });
    return outcome;
  }

  /** The base data in exactly these documents, if they have been put together before. */
  base(parts: readonly SourceDocument[]): Base | undefined {
    const known = this.bases.get(labelsOf(parts));
    return known?.parts.every((part, index) => part === parts[index]) === true ? known.base : undefined;
  }

  /** Keeps base data that have been put together from these documents. */
  keep(parts: readonly SourceDocument[], base: Base): void {
    this.bases.set(labelsOf(parts), { parts, base });
  }
}

function labelsOf(parts: readonly SourceDocument[]): string {
  return JSON.stringify(parts.map(({ label }) => label));
}
