import { expect, test } from 'vitest';
import { unbroken } from './typography.ts';

/** The places where a line may end: ordinary spaces, and dashes that nothing joins to what follows. */
const pieces = (text: string) => text.split(/ |(?<=–)(?!\u2060)/);

test('figures are not parted from their units, nor the ends of an interval from each other', () => {
  expect(pieces(unbroken('Ventet: 5,0 % (i dag 4,8), +0,2 [0,0–0,4], dårligere.', 'nb'))).toEqual([
    'Ventet:',
    '5,0\u00a0%',
    '(i\u00a0dag',
    '4,8),',
    '+0,2',
    '[0,0\u2060–\u20600,4],',
    'dårligere.',
  ]);
  expect(pieces(unbroken('15,0 mill. kr mer i 2027 [−1,4 til 0,4]; i daglig drift', 'nb'))).toEqual([
    '15,0\u00a0mill.\u00a0kr',
    'mer',
    'i',
    '2027',
    '[−1,4\u00a0til\u00a00,4];',
    'i',
    'daglig',
    'drift',
  ]);
});

test('English has no space before the sign for per cent', () => {
  expect(unbroken('88.0 % (today 94.6)', 'en')).toBe('88.0% (today 94.6)');
  expect(unbroken('NOK 72.7 million more', 'en')).toBe('NOK\u00a072.7\u00a0million more');
});

test('nothing but spaces and joiners is changed in bokmål', () => {
  const text = 'Ahus: holder ikke budsjettet i 2027, 15,0 mill. kr mer [14,7–15,3]; 171,4 mot 156,4 i dag.';
  expect(unbroken(text, 'nb').replaceAll('\u2060', '').replaceAll('\u00a0', ' ')).toBe(text);
});
