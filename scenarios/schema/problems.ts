import { closest, distance } from 'fastest-levenshtein';

/** A sentence or phrase in the two languages of the program. */
export interface Wording {
  nb: string;
  en: string;
}

/** A place in a parsed document: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** What is wrong at one place, without the place. */
export interface Finding {
  /** A phrase such as `found the text "15"` or `unknown district "stovnr"`. */
  found: Wording;
  /** What could stand there instead. */
  allowed: Wording;
  /** The nearest allowed name, when one is near. */
  suggestion?: string;
}

/** One thing that is wrong with a scenario, and exactly where. */
export interface Problem extends Finding {
  file: string;
  /** Line and column count from 1; both are 1 when the file as a whole is wrong. */
  line: number;
  column: number;
  /** Like `interventions[0].teams.stovnr`; empty when the file as a whole is wrong. */
  path: string;
  /** One paragraph with place, finding, suggestion and what is allowed. */
  message: Wording;
  /** Of the last of very many problems, which stands for those that are not told one by one: how many they are. */
  count?: number;
}

/** Where a finding belongs. */
export interface Place {
  file: string;
  line: number;
  column: number;
  path: Path;
}

const listedProblems = 10;

/** A scenario could not be loaded. The message is the readable text of the first problems, one paragraph each. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problemText(problems, 'en'));
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}

/** The paragraphs of the first ten problems, and the number of the others. */
export function problemText(problems: readonly Problem[], language: keyof Wording): string {
  const paragraphs = problems.slice(0, listedProblems).map((problem) => problem.message[language]);
  const others = problemCount(problems) - paragraphs.length;
  if (others > 0) paragraphs.push(language === 'en' ? `… and ${others} more.` : `… og ${others} til.`);
  return paragraphs.join('\n\n');
}

/** How many problems there are, those that are not told one by one included. */
export function problemCount(problems: readonly Problem[]): number {
  return problems.reduce((sum, { count }) => sum + (count ?? 1), 0);
}

/** Puts a finding in its place and words the paragraph. */
export function problemAt(place: Place, finding: Finding): Problem {
  const path = pathText(place.path);
  const start = `${place.file}:${place.line}:${place.column}: ${path === '' ? '' : `${path}: `}`;
  const paragraph = (language: keyof Wording, meant: string, allowed: string) =>
    `${start}${finding.found[language]}` +
    `${finding.suggestion === undefined ? '.' : `; ${meant} "${finding.suggestion}"?`} ` +
    `${allowed}: ${finding.allowed[language]}.`;
  return {
    ...finding,
    file: place.file,
    line: place.line,
    column: place.column,
    path,
    message: { en: paragraph('en', 'did you mean', 'Allowed'), nb: paragraph('nb', 'mente du', 'Tillatt') },
  };
}

/** Writes a path as it is spoken of: `interventions[0].teams.stovner`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (!/^[\p{L}_][\p{L}\d_-]*$/u.test(part)) return `${text}[${JSON.stringify(part)}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** The same words in both languages: names, numbers, file names. */
export function same(text: string): Wording {
  return { nb: text, en: text };
}

/** The candidate that differs least from a name, unless it differs in more than a third of its letters. */
export function nearest(name: string, candidates: readonly string[]): { suggestion?: string } {
  if (candidates.length === 0 || name.length > 100) return {};
  const suggestion = closest(name.toLowerCase(), candidates);
  return distance(name.toLowerCase(), suggestion) <= suggestion.length / 3 ? { suggestion } : {};
}

/** Names in a row, shortened after thirty. */
export function listed(names: readonly string[]): Wording {
  const shown = names.slice(0, 30).join(', ');
  if (names.length === 0) return { en: 'nothing here', nb: 'ingenting her' };
  return same(names.length > 30 ? `${shown}, …` : shown);
}

/** A name that stands for nothing that exists. */
export function unknownName(kind: Wording, name: string, candidates: readonly string[]): Finding {
  return {
    found: { en: `unknown ${kind.en} ${quoted(name)}`, nb: `ukjent ${kind.nb} ${quoted(name)}` },
    allowed: listed(candidates),
    ...nearest(name, candidates),
  };
}

/** Text between quotation marks, on one line and shortened after sixty characters. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
