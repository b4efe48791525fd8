import { assert, double, property } from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { chooseLanguage, language, languages } from '../../language/language.ts';
import { numberIn, numberText } from './number-text.ts';

const before = language();
afterAll(() => chooseLanguage(before));

describe.each(languages)('numbers in fields, %s', (code) => {
  test('what a field shows reads back as the same number', () => {
    chooseLanguage(code);
    const anyNumber = double({ min: -1e12, max: 1e12, noNaN: true });
    assert(property(anyNumber, (value) => numberIn(numberText(value)) === (value === 0 ? numberIn('0') : value)));
  });

  test('a share reads back from its percentage to nine decimals, and what people write exactly', () => {
    chooseLanguage(code);
    assert(
      property(double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(numberIn(numberText(share, true), true)).toBeCloseTo(share, 9);
      }),
    );
    for (const share of [0.07, 0.29, 0.57, 0.71875, 0.001, 0.142857]) {
      expect(numberIn(numberText(share, true), true)).toBe(share);
    }
  });

  test('comma and point, spaces and minus are understood', () => {
    chooseLanguage(code);
    expect(numberIn('2,5')).toBe(2.5);
    expect(numberIn('2.5')).toBe(2.5);
    expect(numberIn(' 1 250,5 ')).toBe(1250.5);
    expect(numberIn('1\u202f250')).toBe(1250);
    expect(numberIn('−3')).toBe(-3);
    expect(numberIn('72 %', true)).toBe(0.72);
  });

  test.each(['', 'abc', '4 til 6', '1,2,3', '--1', '1e999', 'NaN', 'Infinity', '0x10'])('%j is no number', (text) => {
    chooseLanguage(code);
    expect(numberIn(text)).toBeUndefined();
  });
});

test('each language has its decimal sign, and English its commas between thousands', () => {
  chooseLanguage('nb');
  expect(numberText(0.5)).toBe('0,5');
  expect(numberIn('1,250')).toBe(1.25);
  chooseLanguage('en');
  expect(numberText(0.5)).toBe('0.5');
  expect(numberIn('1,250')).toBe(1250);
});

test('what cannot be kept to the last digit is no number', () => {
  expect(['12345678901234567890', '-9e99', '1e-400', '0,000e-999'].map((text) => numberIn(text))).toEqual([
    undefined,
    undefined,
    undefined,
    0,
  ]);
  expect(numberIn('9007199254740991')).toBe(9007199254740991);
});
