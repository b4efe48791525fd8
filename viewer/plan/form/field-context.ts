import type { BaseData } from '../../../scenarios/schema/index.ts';
import { pathText, type Path, type Problem } from '../../../scenarios/schema/problems.ts';
import type { Json } from '../plan-document.ts';
import { problemsUnder } from './plan-problems.ts';

/** What the fields of one form are drawn with. Paths are those of the plan's document. */
export interface FieldContext {
  data: BaseData;
  /** What a key is called. */
  name(key: string): string;
  /** What a key means, where its name does not say it. */
  meaning(key: string): string | undefined;
  /** What holds while an optional field is empty. */
  absent(key: string): string | undefined;
  /** The unit of a number, in words; undefined if it has none. */
  unit(key: string): string | undefined;
  /** What stands beneath a field: today's figure, its passport, a way back to it. */
  beneath(path: Path, key: string): unknown;
  /** The base figure that holds while a field is empty, as text. */
  placeholder(path: Path, key: string): string | undefined;
  read(path: Path): Json | undefined;
  /** Changes the document. @param occasion changes with the same one are undone in one step */
  write(path: Path, value: Json | undefined, occasion?: string): void;
  /** Problems of the plan that no field has shown yet. */
  problems: ProblemShelf;
}

/** The problems of a plan while a form is being drawn: each stands at one field only, and what no field takes is left over. */
export class ProblemShelf {
  private left: Problem[];

  constructor(problems: readonly Problem[]) {
    this.left = [...problems];
  }

  /** Takes the problems at a path or below it that no field has taken yet. @param isBelow false for those at the path only */
  take(path: Path, isBelow = true): Problem[] {
    const at = pathText(path);
    const taken = problemsUnder(this.left, path).filter((problem) => isBelow || problem.path === at);
    this.left = this.left.filter((problem) => !taken.includes(problem));
    return taken;
  }
}

/** Identifies the field of a path on the page. */
export function fieldId(path: Path): string {
  return pathText(path).replaceAll(' ', '_');
}

/** What stands in the document as text; empty where nothing stands. */
export function asText(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
