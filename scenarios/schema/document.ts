import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { ProblemList } from './problem-list.ts';
import { problemAt, quoted, same, type Path, type Problem, type Wording } from './problems.ts';

/** A parsed file that remembers where each value stands. */
export interface SourceDocument {
  /** The file as error messages name it. */
  label: string;
  value: unknown;
  /**
   * Line and column, from 1, of the value at a path. A value of several lines is located at its key, and a value that is
   * missing at the key of what should hold it. With `key`, the key itself is located.
   */
  locate(path: Path, part?: 'key' | 'value'): { line: number; column: number };
}

/** Parses YAML 1.2 (so JSON too), strictly: repeated keys, unknown tags and further documents are problems. */
export function parseSource(label: string, text: string): { document: SourceDocument } | { problems: Problem[] } {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: label, line: Math.max(line, 1), column: Math.max(col, 1), path: [] };
  };
  const wrong = (offset: number, found: Wording) => problemAt(at(offset), { found, allowed: wellFormed });
  const tooDeep = {
    en: 'the file is nested too deeply or refers to itself',
    nb: 'filen er for dypt nøstet eller viser til seg selv',
  };
  const size = text.length;
  if (size > longestText) {
    const found = { en: `a file of ${size} characters`, nb: `en fil på ${size} tegn` };
    return { problems: [problemAt(at(0), { found, allowed: same(`≤ ${longestText}`) })] };
  }
  if (deepestNesting(text) > nestingLimit) return { problems: [wrong(0, tooDeep)] };
  let parsed: Document.Parsed;
  let value: unknown;
  try {
    parsed = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      strict: true,
      // The parser would compare each key with every other.
      uniqueKeys: false,
      stringKeys: true,
      prettyErrors: false,
      lineCounter: lines,
    });
    const faults = faultsIn(parsed);
    if (faults.length > 0) {
      const problems = new ProblemList();
      for (const { offset, code, message } of faults) problems.add(wrong(offset, faultWording(code, message)));
      return { problems: problems.all() };
    }
    if (parsed.directives.yaml.version !== '1.2') {
      return { problems: [wrong(0, same(`YAML ${parsed.directives.yaml.version}`))] };
    }
    value = parsed.toJS();
  } catch {
    return { problems: [wrong(0, tooDeep)] };
  }
  if (parsed.contents === null || value === null) {
    return { problems: [wrong(0, { en: 'the file is empty', nb: 'filen er tom' })] };
  }
  const pairOf = pairFinder();
  return { document: { label, value, locate: (path, part = 'value') => locate(parsed, lines, pairOf, path, part) } };
}

interface Fault {
  offset: number;
  code: string;
  message: string;
}

/** What the parser has to complain of, and keys that stand twice, in their order in the text; warnings last. */
function faultsIn(parsed: Document.Parsed): Fault[] {
  const faultOf = ({ pos, code, message }: Document.Parsed['errors' | 'warnings'][number]): Fault => ({
    offset: pos[0],
    code,
    message,
  });
  const faults = parsed.errors.map(faultOf);
  visit(parsed, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) faults.push({ offset: offsetOf(key) ?? 0, code: 'DUPLICATE_KEY', message: '' });
        seen.add(key.value);
      }
    },
  });
  return [...faults.sort((a, b) => a.offset - b.offset), ...parsed.warnings.map(faultOf)];
}

type PairFinder = (map: YAMLMap, key: string) => Pair | undefined;

/** Finds the pair of a key; the keys of a mapping are gone through once, however often one of them is asked for. */
function pairFinder(): PairFinder {
  const known = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  return (map, key) => {
    let pairs = known.get(map);
    if (pairs === undefined) {
      pairs = new Map(
        map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
      );
      known.set(map, pairs);
    }
    return pairs.get(key);
  };
}

/** Ten times the longest file of base data: whatever is longer is not a scenario. */
const longestText = 300_000;

/** Deeper than any scenario, and far from where the parser, which is recursive, runs out of stack. */
const nestingLimit = 200;

/** An upper bound of how deep the collections in a text are nested: brackets not yet closed, or columns of indentation. */
function deepestNesting(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const [run] of text.matchAll(/[[{]|[\]}]|(?<=^|\n)[ ?:-]+/g)) {
    if (run === '[' || run === '{') open += 1;
    else if (run === ']' || run === '}') open = Math.max(open - 1, 0);
    deepest = Math.max(deepest, open, run.length);
  }
  return deepest;
}

function locate(document: Document.Parsed, lines: LineCounter, pairOf: PairFinder, path: Path, part: 'key' | 'value') {
  const resolved = (node: unknown) => (isAlias(node) ? node.resolve(document) : node) as Node | null | undefined;
  let node = resolved(document.contents);
  let position = offsetOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    let inner: unknown;
    let keyPosition: number | undefined;
    if (isMap(node)) {
      const pair = pairOf(node, String(step));
      if (pair === undefined) break;
      inner = pair.value;
      keyPosition = offsetOf(pair.key);
    } else if (isSeq(node)) {
      inner = node.items[Number(step)];
      if (inner === undefined) break;
    } else {
      break;
    }
    const atKey = keyPosition !== undefined && ((last && part === 'key') || !(isScalar(inner) || isAlias(inner)));
    position = (atKey ? keyPosition : (offsetOf(inner) ?? keyPosition)) ?? position;
    node = resolved(inner);
  }
  const { line, col } = lines.linePos(position);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

const wellFormed: Wording = {
  en: 'one well-formed YAML 1.2 or JSON document',
  nb: 'ett velformet YAML 1.2- eller JSON-dokument',
};

function faultWording(code: string, message: string): Wording {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { en: 'the same key stands here twice', nb: 'den samme nøkkelen står her to ganger' };
    case 'MULTIPLE_DOCS':
      return { en: 'a second document begins here', nb: 'her begynner et dokument nummer to' };
    case 'MISSING_CHAR':
      return {
        en: 'a closing quotation mark, bracket or colon is missing',
        nb: 'det mangler et anførselstegn, en parentes eller et kolon',
      };
    case 'BAD_INDENT':
      return { en: 'the line is not indented like its neighbours', nb: 'linjen er ikke rykket inn som naboene' };
    case 'TAB_AS_INDENT':
      return {
        en: 'the line is indented with a tab; use spaces',
        nb: 'linjen er rykket inn med tabulator; bruk mellomrom',
      };
    case 'NON_STRING_KEY':
      return { en: 'a key is not a plain text', nb: 'en nøkkel er ikke ren tekst' };
    case 'TAG_RESOLVE_FAILED':
      return { en: 'a value has an unknown tag', nb: 'en verdi har en ukjent merkelapp' };
    default:
      return {
        en: `the text breaks off or is not YAML (${quoted(message.split('\n')[0] ?? code)})`,
        nb: `teksten er avbrutt eller er ikke YAML (${code})`,
      };
  }
}
