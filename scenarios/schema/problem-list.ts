import { problemAt, type Finding, type Path, type Problem } from './problems.ts';

/** A finding at a path of a parsed file. */
export interface LocatedFinding extends Finding {
  path: Path;
  /** Whether the key is wrong, or the value under it. */
  part: 'key' | 'value';
}

/** Problems that are told one by one; a file may have a hundred thousand, and nobody reads so many. */
export const mostProblems = 200;

/** What a list needs of a file to say where in it something is wrong. */
interface Located {
  label: string;
  locate(path: Path, part?: 'key' | 'value'): { line: number; column: number };
}

/** Problems as they are found: the first in full, the others as a number. */
export class ProblemList {
  /** Problems found, those that only are counted included. */
  count = 0;
  private readonly told: Problem[] = [];

  add(problem: Problem): void {
    if (problem.count === undefined && this.told.length < mostProblems) this.told.push(problem);
    this.count += problem.count ?? 1;
  }

  addAll(problems: readonly Problem[]): void {
    for (const problem of problems) this.add(problem);
  }

  /** Adds what was found at a path of a file. */
  addAt(document: Located, finding: LocatedFinding): void {
    // To work out lines and words of what nobody is told would take longer than all the rest.
    if (this.told.length < mostProblems) this.add(locatedProblem(document, finding));
    else this.count += 1;
  }

  /** Counts problems that nobody has worded. */
  addUnworded(count: number): void {
    this.count += count;
  }

  /** The problems to tell; if there are more, the last one says how many. */
  all(): Problem[] {
    const more = this.count - this.told.length;
    if (more === 0) return this.told;
    const place = { file: this.told[0]?.file ?? '', line: 1, column: 1, path: [] };
    const finding: Finding = {
      found: { en: `and ${more} more problem${more === 1 ? '' : 's'}`, nb: `og ${more} feil til` },
      allowed: {
        en: 'none; they are told once those above have been mended',
        nb: 'ingen; de vises når de som står over, er rettet',
      },
    };
    return [...this.told, { ...problemAt(place, finding), count: more }];
  }
}

/** A finding in its place in a file. */
function locatedProblem(document: Located, { path, part, ...finding }: LocatedFinding): Problem {
  return problemAt({ file: document.label, path, ...document.locate(path, part) }, finding);
}
