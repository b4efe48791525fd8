/**
 * Elementary functions made of exact operations only, so that they give the same bits in every JavaScript engine. The
 * engines' own `Math.log`, `exp`, `pow`, `sin` and `cos` differ in the last place (7.5 % of logarithms between Node 20
 * and Chromium 156), and one place can swap two events. `Math.sqrt` and the four operations are exact everywhere.
 */
export { default as cos } from '@stdlib/math-base-special-cos';
export { default as exp } from '@stdlib/math-base-special-exp';
export { default as ln } from '@stdlib/math-base-special-ln';
export { default as pow } from '@stdlib/math-base-special-pow';
