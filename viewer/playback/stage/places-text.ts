import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';

/** How many places are taken, of how many. Who is in a place when it closes stays there, so more can be taken than are open. */
export function placesText(taken: number, open: number): string {
  const { outOfOpen, moreThanOpen } = texts().stage;
  return (taken > open ? moreThanOpen : outOfOpen)(number(taken), number(open));
}
