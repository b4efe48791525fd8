import type { Path } from '../../../scenarios/schema/problems.ts';
import { fieldId } from './field-context.ts';

/**
 * Goes to the field of a path, or to the nearest above it that there is, and opens what it is folded into.
 *
 * @param otherwise selector of where to go if there is no such field in the part of the page
 */
export function focusField(part: HTMLElement, path: Path, otherwise: string): void {
  let field: HTMLElement | null = null;
  for (let length = path.length; length > 0 && field === null; length--) {
    field = document.getElementById(fieldId(path.slice(0, length)));
  }
  focusOn(field ?? part.querySelector<HTMLElement>(otherwise));
}

/** Moves the focus to an element, opens what it is folded into, and brings it into view. */
export function focusOn(element: HTMLElement | null): void {
  for (let around = element?.closest('details'); around; around = around.parentElement?.closest('details')) {
    around.open = true;
  }
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'center' });
}
