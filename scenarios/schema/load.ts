import { baseData } from './base-data.ts';
import { checkData, type Report } from './data-checks.ts';
import type { SourceDocument } from './document.ts';
import { stem, troubleWording, type ScenarioFiles } from './files.ts';
import { issueFindings } from './issue-findings.ts';
import { baseDataJsonSchema, scenarioFileJsonSchema } from './json-schema.ts';
import { overlay } from './overlay.ts';
import { checkPlan } from './plan-checks.ts';
import { ProblemList, type LocatedFinding } from './problem-list.ts';
import { listed, nearest, problemAt, quoted, same, ScenarioError, type Problem } from './problems.ts';
import { ReadingMemory, type Base } from './reading-memory.ts';
import { expanded, writtenPath } from './roll-out.ts';
import { scenarioFile, type Intervention, type Scenario, type ScenarioFile } from './scenario.ts';
import { checkWritten } from './written-checks.ts';

export type ScenarioCheck = { scenario: Scenario } | { problems: Problem[] };

/**
 * Loads a scenario with everything it rests on: the scenarios it extends, its base data and its own inputs.
 *
 * @param reference a path to a file, or the name of a scenario
 * @throws ScenarioError with every problem found; nothing is guessed and nothing is put right
 */
export function loadScenario(reference: string, files: ScenarioFiles): Scenario {
  const check = checkScenario(reference, files);
  if ('problems' in check) throw new ScenarioError(check.problems);
  return check.scenario;
}

/**
 * Like `loadScenario`, but gives the problems instead of throwing them.
 *
 * @param memory what was read for earlier checks, to be handed in again
 */
export function checkScenario(reference: string, files: ScenarioFiles, memory = new ReadingMemory()): ScenarioCheck {
  const problems = new ProblemList();
  const lineage = readLineage(reference, files, memory, problems);
  const own = lineage.at(-1);
  if (own === undefined || problems.count > 0) return { problems: problems.all() };

  const horizonOwner = lineage.findLast(({ content }) => content.horizon !== undefined);
  const baseOwner = lineage.findLast(({ content }) => content.base !== undefined);
  for (const [key, owner] of Object.entries({ horizon: horizonOwner, base: baseOwner })) {
    if (owner === undefined) problems.addAt(own.document, missingKey(key, files.baseNames()));
  }
  const horizon = horizonOwner?.content.horizon;
  if (horizon === undefined || baseOwner?.content.base === undefined) return { problems: problems.all() };

  const base = readBase(baseOwner, baseOwner.content.base, files, memory, problems);
  if (base === undefined) return { problems: problems.all() };
  const overlaid = overlay(base, lineage, problems);
  if (overlaid === undefined) return { problems: problems.all() };

  const { data } = overlaid;
  if (data !== base.data || !base.sound) {
    const before = problems.count;
    checkData(data, overlaid.report);
    if (data === base.data) base.sound = problems.count === before;
  }
  // What is wrong with how all teams of a roll-out work is found in each of its districts.
  const told = new Set<string>();
  const tellOnce = (document: SourceDocument, finding: LocatedFinding) => {
    const { path, part, found, allowed } = finding;
    const text = JSON.stringify([document.label, path, part, found.en, allowed.en]);
    if (!told.has(text)) problems.addAt(document, finding);
    told.add(text);
  };
  const origins = lineage.flatMap(({ document, content }) =>
    (content.interventions ?? []).flatMap((written, index) => {
      checkWritten(written, { horizon, data }, (path, finding, part = 'value') =>
        tellOnce(document, { ...finding, path: ['interventions', index, ...path], part }),
      );
      return expanded(written, data).map((intervention, place) => ({ document, written, index, intervention, place }));
    }),
  );
  const interventions: Intervention[] = origins.map(({ intervention }) => intervention);
  const reportPlan: Report = (path, finding, part = 'value') => {
    const origin = path[0] === 'interventions' ? origins[Number(path[1])] : undefined;
    if (origin === undefined) {
      problems.addAt(horizonOwner?.document ?? own.document, { ...finding, path, part });
      return;
    }
    const { document, written, index, place } = origin;
    const localPath = ['interventions', index, ...writtenPath(written, place, path.slice(2), data)];
    tellOnce(document, { ...finding, path: localPath, part });
  };
  checkPlan({ horizon, data, interventions }, reportPlan);
  if (problems.count > 0) return { problems: problems.all() };
  const { name, description } = own.content;
  return {
    scenario: {
      id: stem(own.file),
      name,
      description,
      horizon,
      base: baseOwner.content.base,
      data: overlaid.data,
      interventions,
    },
  };
}

/** A scenario file that has been read and fits the schema. */
interface Ancestor {
  file: string;
  document: SourceDocument;
  content: ScenarioFile;
}

/** Reads a scenario and those that it extends, the oldest first. */
function readLineage(
  reference: string,
  files: ScenarioFiles,
  memory: ReadingMemory,
  problems: ProblemList,
): Ancestor[] {
  const lineage: Ancestor[] = [];
  let file = files.resolve(reference);
  for (;;) {
    const child = lineage[0];
    const document = readDocument(file, files, memory, problems, child, reference);
    if (document === undefined) return lineage;
    const parsed = scenarioFile.safeParse(document.value);
    if (!parsed.success) {
      const { findings, others } = issueFindings(parsed.error.issues, document.value, scenarioFileJsonSchema);
      for (const finding of findings) problems.addAt(document, finding);
      problems.addUnworded(others);
      return lineage;
    }
    const content = parsed.data;
    lineage.unshift({ file, document, content });
    if (content.extends === undefined) return lineage;
    file = files.resolve(content.extends, file);
    if (lineage.some((descendant) => descendant.file === file)) {
      const chain = [...lineage.map((descendant) => descendant.document.label).reverse(), files.label(file)].join(
        ' → ',
      );
      problems.addAt(document, {
        path: ['extends'],
        part: 'value',
        found: {
          en: `the scenarios extend each other in a circle (${chain})`,
          nb: `scenariene bygger på hverandre i ring (${chain})`,
        },
        allowed: { en: 'a scenario that does not rest on this one', nb: 'et scenario som ikke bygger på dette' },
      });
      return lineage;
    }
  }
}

/** Reads and parses one file; a file that is missing is a problem of the file that refers to it. */
function readDocument(
  file: string,
  files: ScenarioFiles,
  memory: ReadingMemory,
  problems: ProblemList,
  child: Ancestor | undefined,
  reference: string,
): SourceDocument | undefined {
  const label = files.label(file);
  const content = files.read(file);
  if ('text' in content) {
    const parsed = memory.parse(label, content.text);
    if ('document' in parsed) return parsed.document;
    problems.addAll(parsed.problems);
    return undefined;
  }
  const { en, nb } = troubleWording[content.trouble];
  const names = files.scenarioNames();
  const finding = {
    found: child === undefined ? { en, nb } : { en: `${label}: ${en}`, nb: `${label}: ${nb}` },
    allowed: {
      en: `a file, or one of the scenarios ${listed(names).en}`,
      nb: `en fil, eller et av scenariene ${listed(names).nb}`,
    },
    ...nearest(child?.content.extends ?? reference, names),
  };
  if (child === undefined) problems.add(problemAt({ file: label, line: 1, column: 1, path: [] }, finding));
  else problems.addAt(child.document, { ...finding, path: ['extends'], part: 'value' });
  return undefined;
}

/** Reads the folder of base data and checks it against the schema. */
function readBase(
  owner: Ancestor,
  base: string,
  files: ScenarioFiles,
  memory: ReadingMemory,
  problems: ProblemList,
): Base | undefined {
  const before = problems.count;
  const names = files.baseFiles(base, owner.file);
  if (names.length === 0) {
    const folders = files.baseNames();
    problems.addAt(owner.document, {
      path: ['base'],
      part: 'value',
      found: { en: `there is no base data ${quoted(base)}`, nb: `det finnes ingen grunndata ${quoted(base)}` },
      allowed: listed(folders),
      ...nearest(base, folders),
    });
    return undefined;
  }
  const parts = names.flatMap((name) => readDocument(name, files, memory, problems, undefined, name) ?? []);
  const known = memory.base(parts);
  if (known !== undefined && problems.count === before) return known;
  const documents = new Map<string, SourceDocument>();
  const entries: [string, unknown][] = [];
  for (const document of parts) {
    const { value } = document;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const keys = Object.keys(baseData.shape).join(', ');
      problems.addAt(document, {
        path: [],
        part: 'value',
        found: { en: 'the file is not a mapping', nb: 'filen er ikke en samling av nøkler og verdier' },
        allowed: { en: `some of the keys ${keys}`, nb: `noen av nøklene ${keys}` },
      });
      continue;
    }
    for (const [key, content] of Object.entries(value)) {
      const first = documents.get(key);
      if (first === undefined) {
        documents.set(key, document);
        entries.push([key, content]);
        continue;
      }
      problems.addAt(document, {
        path: [key],
        part: 'key',
        found: { en: `${quoted(key)} stands in ${first.label} too`, nb: `${quoted(key)} står også i ${first.label}` },
        allowed: { en: 'each key in one file only', nb: 'hver nøkkel i bare én fil' },
      });
    }
  }
  if (problems.count > before) return undefined;
  const raw = Object.fromEntries(entries);
  const parsed = baseData.safeParse(raw);
  if (parsed.success) {
    const read: Base = { raw, data: parsed.data, documents, sound: false };
    memory.keep(parts, read);
    return read;
  }
  const folder = files.label(names[0] ?? base).replace(/[^/]*$/, '');
  const { findings, others } = issueFindings(parsed.error.issues, raw, baseDataJsonSchema);
  for (const finding of findings) {
    const document = documents.get(String(finding.path[0]));
    if (document !== undefined) problems.addAt(document, finding);
    else problems.add(problemAt({ file: folder, line: 1, column: 1, path: finding.path }, finding));
  }
  problems.addUnworded(others);
  return undefined;
}

function missingKey(key: string, bases: readonly string[]): LocatedFinding {
  return {
    path: [key],
    part: 'key',
    found: { en: 'missing', nb: 'mangler' },
    allowed: key === 'base' ? listed(bases) : same('{ start: 2027-01-01, end: 2027-12-31, warmUpDays: 28 }'),
  };
}
