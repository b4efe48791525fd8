import { beforeEach, expect, test } from 'vitest';
import { plan, problemsOf } from '../../../test/scenarios/support.ts';
import { chooseLanguage } from '../../language/language.ts';
import { problemSentence, readable } from './plan-problems.ts';

beforeEach(() => chooseLanguage('nb'));

const closing = plan(
  'interventions:',
  '  - model: capacity',
  '    start: 2027-01-01',
  '    site: ahus',
  '    labourRooms: -1',
  '    postnatalBeds: -125',
);

test('a count below zero is told with a minus sign and a date in words', () => {
  const [problem] = problemsOf(closing);
  const sentence = () => problemSentence(problem!, (name) => name);
  expect(sentence()).toBe(
    'Det blir −85 igjen den 1. januar 2027. Tillatt: å ta bort høyst så mange som finnes; det er 40 før endringer.',
  );
  chooseLanguage('en');
  expect(sentence()).toMatch(/^Leaves −85 on 1 January 2027\. /);
  expect(problem?.message.en).toContain('leaves -85 on 2027-01-01');
});

test.each([
  ['fant 2027-06-30, før starten', 'fant 30. juni 2027, før starten'],
  ['en dato fra 2027-01-01 til 2199-12-31', 'en dato fra 1. januar 2027 til 31. desember 2199'],
  ['tatt fra 2026-12-04: -0.7 igjen den 2027-03-01', 'tatt fra 4. desember 2026: −0,7 igjen den 1. mars 2027'],
  ['andelene har summen 0.9445', 'andelene har summen 0,9445'],
  ['fra 7.25 til 12.5, (-3)', 'fra 7,25 til 12,5, (−3)'],
])('«%s» is read as «%s»', (written, read) => {
  expect(readable(written)).toBe(read);
});

test.each([
  'fant teksten «2027-02-30»',
  'en dato som 2027-01-31',
  '{ start: 2027-01-01, end: 2027-12-31, warmUpDays: 28 }',
  'YAML 1.1',
  'fant 1e-7',
  'min-plan-2027-01-01.yaml: filen finnes ikke',
  'kl. 07.30 på 2027-13-45',
  'årstall som 2015-17',
  'st-hanshaugen',
])('«%s» stands as it is', (text) => {
  expect(readable(text.replace(/[«»]/g, '"'))).toBe(text);
});
