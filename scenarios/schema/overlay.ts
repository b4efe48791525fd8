import { baseData, type BaseData } from './base-data.ts';
import type { Report } from './data-checks.ts';
import type { SourceDocument } from './document.ts';
import { issueFindings } from './issue-findings.ts';
import { baseDataJsonSchema } from './json-schema.ts';
import { overriddenPaths, withOverrides } from './overrides.ts';
import type { ProblemList } from './problem-list.ts';
import type { Path } from './problems.ts';
import type { Base } from './reading-memory.ts';
import type { ScenarioFile } from './scenario.ts';

/** Lays the inputs of each scenario over the base data, oldest first, and knows which file each value came from. */
export function overlay(
  base: Base,
  lineage: readonly { document: SourceDocument; content: ScenarioFile }[],
  problems: ProblemList,
): { data: BaseData; report: Report } | undefined {
  const sources = new Sources();
  let raw: unknown = base.raw;
  for (const { document, content } of lineage) {
    if (content.inputs === undefined) continue;
    for (const path of overriddenPaths(raw, content.inputs)) sources.add(path, document);
    raw = withOverrides(raw, content.inputs);
  }
  const report: Report = (path, finding, part = 'value') => {
    const source = sources.latest(path);
    const document = source ?? base.documents.get(String(path[0]));
    const localPath = source === undefined ? path : ['inputs', ...path];
    if (document !== undefined) problems.addAt(document, { ...finding, path: localPath, part });
  };
  if (raw === base.raw) return { data: base.data, report };
  const parsed = baseData.safeParse(raw);
  if (parsed.success) return { data: parsed.data, report };
  const { findings, others } = issueFindings(parsed.error.issues, raw, baseDataJsonSchema);
  for (const { path, part, ...finding } of findings) report(path, finding, part);
  problems.addUnworded(others);
  return undefined;
}

/** Which file has replaced what of the base data. */
class Sources {
  private count = 0;
  /** By the path that was replaced. */
  private readonly replaced = new Map<string, Source>();
  /** By every path that leads to one that was replaced. */
  private readonly above = new Map<string, Source>();

  add(path: Path, document: SourceDocument): void {
    const source = { document, order: this.count++ };
    this.replaced.set(JSON.stringify(path), source);
    for (const start of startsOf(path)) this.above.set(start, source);
  }

  /** The file that was the last to replace a value, something in it, or what it is part of. */
  latest(path: Path): SourceDocument | undefined {
    const around = startsOf(path).map((start) => this.replaced.get(start));
    const found = [this.above.get(JSON.stringify(path)), ...around].filter((source) => source !== undefined);
    return found.sort((a, b) => b.order - a.order)[0]?.document;
  }
}

interface Source {
  document: SourceDocument;
  order: number;
}

/** A path and all that it goes through, from the top. */
function startsOf(path: Path): string[] {
  return [...path, ''].map((_, length) => JSON.stringify(path.slice(0, length)));
}
