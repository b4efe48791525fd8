import { expect, test } from 'vitest';
import { shippedTexts } from '../../../test/scenarios/support.ts';
import { chooseLanguage } from '../../language/language.ts';
import { planChecker } from '../checker/checker.ts';
import { changeSentence } from '../form/change-sentence.ts';
import type { PlanDocument } from '../plan-document.ts';
import { changesOf, type PlanChange } from './changes.ts';

const checker = planChecker(shippedTexts);
const today = checker.shipped('dagens');
const base = today.kind === 'sound' ? today.scenario : undefined;

const figure = (value: number, unit: string) => ({ value, unit, source: 'Prøve', confidence: 'U' });

const plan: PlanDocument = {
  schemaVersion: 1,
  extends: 'dagens',
  inputs: { sites: { rikshospitalet: { theatres: figure(2, 'theatres') }, nytt: { theatres: figure(1, 'theatres') } } },
  interventions: [
    { model: 'continuity-teams', start: '2026-04-01', teams: { stovner: 2, grorud: 1 }, payer: 'ahus' },
    { model: 'doula', start: '2026-12-01', end: '2027-06-30', districts: ['oestensjoe'], groups: ['newlyArrived'] },
    { model: 'no such model' },
    'no mapping',
  ],
};

const spoken = (change: PlanChange) => changeSentence(change, base?.data).replace(/\s/g, ' ');

test('every intervention and every replaced figure is listed where it stands, with the figure of today', () => {
  const changes = changesOf(plan, base);
  expect(changes.map(({ path, kind }) => `${path.join('.')} ${kind}`)).toEqual([
    'interventions.0 added',
    'interventions.1 added',
    'interventions.2 added',
    'interventions.3 added',
    'inputs.sites.rikshospitalet.theatres changed',
    'inputs.sites.nytt added',
  ]);
  const { value } = base!.data.sites['rikshospitalet']!.theatres;
  expect(changes[4]?.pieces).toContainEqual({ is: 'today', value, unit: 'theatres' });
  expect(changes[5]?.pieces).toContainEqual({ is: 'today', value: undefined, unit: undefined });
});

test('a plan without changes has none, and neither does what is no plan', () => {
  expect(changesOf({}, base)).toEqual([]);
  expect(changesOf({ interventions: 'none', inputs: [] }, undefined)).toEqual([]);
});

test('changes are told with the names of places and dates in words', () => {
  chooseLanguage('nb');
  const [teams, doula] = changesOf(plan, base).map(spoken);
  expect(teams).toBe('Jordmorteam: Stovner (2), Grorud (1), fra 1. april 2026.');
  expect(doula).toMatch(/: Østensjø, fra 1\. desember 2026 til 30\. juni 2027\.$/);
});

test('every change of every scenario that comes with the page is told without a key in it', () => {
  for (const { id } of checker.headings()) {
    for (const change of changesOf(checker.documentOf(id), base)) {
      for (const language of ['nb', 'en'] as const) {
        chooseLanguage(language);
        expect(spoken(change), id).not.toMatch(/undefined|NaN|[a-z][A-Z]/);
      }
    }
  }
  chooseLanguage('nb');
});
