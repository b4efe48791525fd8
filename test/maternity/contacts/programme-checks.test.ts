import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../../scenarios/schema/node-files.ts';
import type { BaseData } from '../../../scenarios/schema/base-data.ts';
import { checkProgramme } from '../../../scenarios/schema/programme-checks.ts';

/** Paths at which the programme is wrong after a change. */
function wrongAfter(change: (data: BaseData) => void): string[] {
  const data = structuredClone(loadScenario('dagens', nodeScenarioFiles()).data);
  change(data);
  const paths: string[] = [];
  checkProgramme(data, (path, { found, allowed }) => {
    for (const words of [found, allowed]) expect(words.en.length * words.nb.length).toBeGreaterThan(0);
    paths.push(path.join('.'));
  });
  return paths;
}

const cases: [string, (data: BaseData) => void, string][] = [
  [
    'a district without consulting hours',
    ({ origins }) => delete origins['sagene']!.consultingHours,
    'origins.sagene.consultingHours',
  ],
  [
    'consulting hours that run backwards',
    ({ origins }) => (origins['sagene']!.consultingHours!.value.to = '07:00'),
    'origins.sagene.consultingHours.value.to',
  ],
  [
    'consulting hours in the night of the clock change',
    ({ origins }) => (origins['sagene']!.consultingHours!.value = { from: '02:00', to: '09:00' }),
    'origins.sagene.consultingHours.value.from',
  ],
  [
    'more slots than a day can hold',
    ({ programme }) => (programme.booking.slot.value = 10),
    'programme.outpatientClinic.closes.value',
  ],
  [
    'weeks that do not ascend',
    ({ programme }) => (programme.antenatal.consultationWeeks.value = [9, 28, 24]),
    'programme.antenatal.consultationWeeks.value.2',
  ],
  [
    'shares of preference above 1',
    ({ programme }) => (programme.antenatal.onlyPractitionerShare.value = 0.9),
    'programme.antenatal.onlyPractitionerShare.value',
  ],
  [
    'no day for consultations',
    ({ programme }) => (programme.healthStation.homeVisitShare.value = [1, 1, 1, 1, 1, 0, 0]),
    'programme.healthStation.homeVisitShare.value',
  ],
  [
    'no day for home visits',
    ({ programme }) => (programme.healthStation.homeVisitShare.value = [0, 0, 0, 0, 0, 0, 0]),
    'programme.healthStation.homeVisitShare.value',
  ],
  [
    'home visits that end before they begin',
    ({ programme }) => (programme.homeVisit.closes.value = '07:00'),
    'programme.homeVisit.closes.value',
  ],
  [
    'travel that is not told from midnight on',
    ({ programme }) => (programme.travel.factors.value[0]!.from = '01:00'),
    'programme.travel.factors.value.0.from',
  ],
  [
    'a window that closes before it opens',
    ({ programme }) => (programme.healthNurseVisit.latestDay.value = 9),
    'programme.healthNurseVisit.latestDay.value',
  ],
];

describe('checks of the programme', () => {
  it('find nothing in the shipped data', () => {
    expect(wrongAfter(() => undefined)).toEqual([]);
  });

  it.each(cases)('name the place of %s', (_, change, path) => {
    expect(wrongAfter(change)).toContain(path);
  });
});
