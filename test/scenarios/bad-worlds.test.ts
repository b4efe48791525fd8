import { describe, expect, it, test } from 'vitest';
import { checkScenario, modelInputs, scenarioFilesFromRecord, type ModelInputs } from '../../scenarios/schema/index.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { runTable } from '../../sim-core/results/text-table.ts';
import { changed } from '../support/scenarios.ts';
import { plan, shippedTexts } from './support.ts';

const horizon = 'horizon: { start: 2027-01-04, end: 2027-02-28, warmUpDays: 7 }';

/** The inputs of a plan, which must be sound, with a twentieth of the births. */
function inputsOf(...lines: string[]): ModelInputs {
  const files = scenarioFilesFromRecord({ ...shippedTexts, 'my-plan.yaml': plan(horizon, ...lines) });
  const check = checkScenario('my-plan', files);
  if ('problems' in check) throw new Error(check.problems.map(({ message }) => message.en).join('\n'));
  return changed(modelInputs(check.scenario), ({ data }) => {
    for (const origin of Object.values(data.origins)) origin.births /= 20;
  });
}

const figure = (value: string, unit: string): string =>
  `{ value: ${value}, unit: ${unit}, source: Trial, confidence: U }`;

/** Runs it to the end; nobody may have vanished. */
function indicatorsOf(inputs: ModelInputs): Record<string, number> {
  const { indicators } = runReplication(inputs, '1', 0, false);
  const { registrations, registeredGaveBirth, registeredLost, stillPregnant, unaccountedFor } = indicators;
  expect(registrations).toBeGreaterThan(100);
  expect(unaccountedFor).toBe(0);
  expect(registeredGaveBirth! + registeredLost! + stillPregnant!).toBe(registrations);
  return indicators;
}

const closing = (start: string) =>
  [
    ['ullevaal', 15, 62],
    ['rikshospitalet', 5, 26],
    ['ahus', 12, 40],
  ].flatMap(([site, rooms, beds]) => [
    '  - model: capacity',
    `    start: ${start}`,
    `    site: ${site}`,
    `    labourRooms: -${rooms}`,
    `    postnatalBeds: -${beds}`,
  ]);

describe('a world that is just bad', () => {
  it('runs to the end when every room and bed is closed, and women give birth where they are', () => {
    const closed = indicatorsOf(inputsOf('interventions:', ...closing('2027-01-05')));
    const open = indicatorsOf(inputsOf());
    expect(closed['bornWithoutRoom']).toBeGreaterThan(10 * Math.max(1, open['bornWithoutRoom']!));
    // Nobody waits without end: only labour that takes its time differs.
    expect(closed['registeredGaveBirth']).toBeGreaterThan(0.8 * open['registeredGaveBirth']!);
  });

  it('runs to the end with a roster that can not be filled, and reports what is missing', () => {
    const shifts = figure('{ day: 60, evening: 60, night: 60 }', 'people on duty');
    const posts = `{ weekday: ${shifts}, weekend: ${shifts}, publicHoliday: ${shifts} }`;
    const inputs = inputsOf(
      'inputs:',
      `  staff: { sites: { ahus: { labourWard: { midwives: { posts: ${posts} } } } } }`,
    );
    const { openShifts } = indicatorsOf(inputs);
    // 180 shifts a day for 56 days, of which the people of the unit can fill less than a third.
    expect(openShifts).toBeGreaterThan(0.5 * 60 * 3 * 56);
    expect(openShifts).toBeGreaterThan(2 * indicatorsOf(inputsOf())['openShifts']!);
  });

  test.each([
    [
      'one theatre team by day only',
      'sites: { ahus: { theatreTeams: { weekday: { evening: NONE, night: NONE } } } }',
      'teams',
    ],
    ['one labour room', 'sites: { ullevaal: { labourRooms: ONE } }', 'rooms'],
    ['one recovery place', 'sites: { ullevaal: { recoveryPlaces: ONE } }', 'places'],
    ['one bed', 'sites: { ullevaal: { postnatalBeds: ONE } }', 'beds'],
    ['no cots', 'sites: { ullevaal: { neonatalCots: NONE } }', 'cots'],
    ['one antenatal bed', 'sites: { ullevaal: { antenatalBeds: ONE } }', 'beds'],
  ])('runs to the end with %s', (_, text, unit) => {
    const input = text.replaceAll('NONE', figure('0', unit)).replaceAll('ONE', figure('1', unit));
    indicatorsOf(inputsOf('inputs:', `  ${input}`));
  });
});

describe('the table of a run', () => {
  it('always says how many registered, gave birth, were lost, are pregnant, and that nobody vanished', () => {
    const inputs = inputsOf();
    const values = indicatorsOf(inputs);
    const table = runTable(
      inputs,
      {
        scenario: inputs.id,
        seed: '1',
        replications: 1,
        traceHashes: [],
        indicators: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, [value]])),
      },
      'en',
    );
    const shown = (name: string): number => {
      const line = table.split('\n').find((row) => row.startsWith(`${name} `));
      return Number(
        line
          ?.slice(name.length)
          .trim()
          .split(/\s{2,}/)[0]
          ?.replaceAll(',', ''),
      );
    };
    const registered = shown('Registered pregnant women');
    expect(registered).toBe(values['registrations']);
    const gaveBirth = shown('Registered women who have given birth');
    const lost = shown('Registered women lost to follow-up before birth');
    expect(gaveBirth + lost + shown('Registered women who are still pregnant')).toBe(registered);
    expect(shown('Women not accounted for')).toBe(0);
  });
});
