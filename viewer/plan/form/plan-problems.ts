import { pathText, type Path, type Problem } from '../../../scenarios/schema/problems.ts';
import { date } from '../../language/format.ts';
import { language, texts } from '../../language/language.ts';

/** The problems at a path or below it. */
export function problemsUnder(problems: readonly Problem[], path: Path): Problem[] {
  const start = pathText(path);
  return problems.filter(
    ({ path: text }) => text === start || text.startsWith(`${start}.`) || text.startsWith(`${start}[`),
  );
}

/** The path that is written as a text like `interventions[0].teams.stovner`. */
export function pathIn(text: string): (string | number)[] {
  return [...text.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, word]) => {
    if (quoted !== undefined) return JSON.parse(`"${quoted}"`) as string;
    return index !== undefined ? Number(index) : (word ?? '');
  });
}

/** A problem in a sentence or two of the page's language. @param wordOf what a name or key is called */
export function problemSentence(problem: Problem, wordOf: (name: string) => string): string {
  const { form } = texts();
  const found = capitalised(readable(problem.found[language()]));
  // A planner chooses names from a list, and need not know how they are written.
  const allowed = problem.allowed.en.startsWith('lower-case letters')
    ? form.oneOfList
    : readable(inWords(problem.allowed[language()], wordOf));
  const meant = problem.suggestion === undefined ? '' : ` ${form.didYouMean(wordOf(problem.suggestion))}`;
  return `${form.problem(found, allowed)}${meant}`;
}

/** A list of names, or what begins as a sentence and ends with one, with every name in words. */
function inWords(list: string, wordOf: (name: string) => string): string {
  const inSentence = / (?:av|of) ([\w-]+)$/;
  return list
    .split(', ')
    .map((piece) => {
      const name = inSentence.exec(piece)?.[1];
      return name === undefined ? wordOf(piece) : piece.slice(0, -name.length) + wordOf(name);
    })
    .join(', ');
}

/** With the quotation marks, dates and numbers of the language; what is quoted stands as it was written. */
export function readable(text: string): string {
  const [open, close] = language() === 'nb' ? '«»' : '“”';
  return text
    .split(/"([^"]*)"/)
    .map((piece, index) => (index % 2 === 1 ? `${open}${piece}${close}` : inLanguage(piece)))
    .join('');
}

/** A date that shows how one is written, and numbers that are part of something else, stay as they are. */
function inLanguage(text: string): string {
  const withDates = text.replace(/(?<![\w-]|: |(?:som|such as) )\d{4}-\d{2}-\d{2}(?![\w-]|\.\w)/g, (day) => date(day));
  const withSigns = withDates.replace(/(?<=^|[\s(])-(?=\d)/g, '\u2212');
  if (language() !== 'nb') return withSigns;
  return withSigns.replace(/(?<=^|[\s(]|\u2212)(?<!YAML )(?<!kl\. )(\d+)\.(\d+)(?![\w.:])/g, '$1,$2');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
