import { afterEach, expect, test } from 'vitest';
import { numberText } from '../../sim-core/results/number-text.ts';
import { date, kroner, number, percent, signed, timeOfDay } from './format.ts';
import { chooseLanguage } from './language.ts';

afterEach(() => chooseLanguage('nb'));

/** Locales put narrow and unbreakable spaces between figures; which ones does not matter here. */
const plain = (text: string) => text.replace(/\s/g, ' ');

test('bokmål has decimal comma, spaces between thousands, kr after the amount, and a full stop in the time of day', () => {
  chooseLanguage('nb');
  expect(plain(number(12345.678, 1))).toBe('12 345,7');
  expect(plain(percent(0.125, 1))).toBe('12,5 %');
  expect(plain(kroner(500_000))).toBe('500 000 kr');
  expect(plain(kroner(212_430_000))).toBe('212,4 mill. kr');
  expect(timeOfDay(4, 15)).toBe('04.15');
  expect(date('2027-07-06', true)).toBe('tirsdag 6. juli 2027');
});

test('English has decimal point, commas between thousands, and a colon in the time of day', () => {
  chooseLanguage('en');
  expect(number(12345.678, 1)).toBe('12,345.7');
  expect(plain(kroner(500_000))).toBe('NOK 500,000');
  expect(timeOfDay(4, 15)).toBe('04:15');
  expect(date('2027-07-06')).toBe('6 July 2027');
});

test('negative figures have a minus sign in both languages, and differences above zero a plus', () => {
  for (const language of ['nb', 'en'] as const) {
    chooseLanguage(language);
    expect(number(-3)).toBe('−3');
    expect(signed(3)).toBe('+3');
    expect(signed(0)).toBe('0');
  }
});

test('what is not a number is a dash', () => {
  expect([number(NaN), signed(NaN), percent(NaN), kroner(NaN)]).toEqual(['–', '–', '–', '–']);
});

test('thousands are parted by a narrow space that no line ends at, and what is rounded to zero has no sign', () => {
  chooseLanguage('nb');
  expect(number(1_234_567)).toBe('1\u202f234\u202f567');
  expect(signed(-1234.5, 1)).toBe('−1\u202f234,5');
  expect(kroner(1_571_300_000)).toBe('1\u202f571,3\u00a0mill.\u00a0kr');
  expect([number(-0.04, 1), signed(-0.04, 1), percent(-0.0004, 1)].map(plain)).toEqual(['0,0', '0,0', '0,0 %']);
  chooseLanguage('en');
  expect(kroner(1_571_300_000)).toBe('NOK\u00a01,571.3\u00a0million');
});

test('figures of the page are set as those of the verdicts are', () => {
  for (const language of ['nb', 'en'] as const) {
    chooseLanguage(language);
    for (const value of [0, -0.04, 12.34, -12.34, 1234, -1_234_567.8]) {
      expect(number(value, 1)).toBe(numberText(value, 1, language));
      expect(signed(value, 1)).toBe(numberText(value, 1, language, true));
    }
  }
});

test('what is no date of the calendar stands as it is', () => {
  chooseLanguage('nb');
  expect(['2027-02-28', '2027-02-31', '2026-13-45', '9999-99-99', 'i morgen', ''].map((text) => date(text))).toEqual([
    '28. februar 2027',
    '2027-02-31',
    '2026-13-45',
    '9999-99-99',
    'i morgen',
    '',
  ]);
});
