import { describe, expect, it, test } from 'vitest';
import { scenarioSchemaText } from '../../scenarios/schema/json-schema.ts';
import {
  isFigure,
  loadScenario,
  modelInputs,
  scenarioFilesFromRecord,
  type Intervention,
} from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { shippedNames, shippedTexts } from './support.ts';

const { data } = modelInputs(loadScenario('dagens', nodeScenarioFiles()));

const birthsAt = (hospital: string, nulliparousOnly = false) =>
  Object.values(data.origins).reduce((sum, origin) => {
    const sector = data.sectors[origin.sector]!;
    const there = Object.entries(sector.placeOfBirth)
      .filter(([site]) => data.sites[site]?.hospital === hospital)
      .reduce((share, [, part]) => share + part, 0);
    return sum + origin.births * there * (nulliparousOnly ? sector.nulliparousShare : 1);
  }, 0);

const nulliparousShare = (birthsAt('ous', true) + birthsAt('ahus', true)) / (birthsAt('ous') + birthsAt('ahus'));

function rates(parity: 'nulliparous' | 'multiparous') {
  let planned = 0;
  let acute = 0;
  let induced = 0;
  for (const group of Object.values(data.clinical.groups[parity])) {
    const labours = group.share * (1 - group.plannedCaesarean);
    planned += group.share * group.plannedCaesarean;
    acute += labours * group.caesareanInLabour;
    induced += labours * group.induced;
  }
  return { planned, acute, induced, caesarean: planned + acute };
}

const overall = (of: (rate: ReturnType<typeof rates>) => number) =>
  nulliparousShare * of(rates('nulliparous')) + (1 - nulliparousShare) * of(rates('multiparous'));

const postsTaken = (interventions: readonly Intervention[]) =>
  interventions
    .flatMap((intervention) => (intervention.model === 'continuity-teams' ? (intervention.postsFrom ?? []) : []))
    .reduce((sum, { posts }) => sum + posts, 0);

describe('the shipped scenarios', () => {
  test.each(shippedNames)('%s loads from disk and from memory alike', (name) => {
    const fromDisk = loadScenario(name, nodeScenarioFiles());
    expect(fromDisk.id).toBe(name);
    expect(loadScenario(name, scenarioFilesFromRecord(shippedTexts))).toEqual(fromDisk);
  });

  test.each(shippedNames)('%s names the schema for editors', (name) => {
    expect(shippedTexts[`${name}.yaml`]).toMatch(/^# yaml-language-server: \$schema=schema\/scenario\.schema\.json\n/);
  });

  it('also load by path', () => {
    expect(loadScenario('scenarios/dagens.yaml', nodeScenarioFiles()).id).toBe('dagens');
  });

  it('have a committed JSON Schema that is current', async () => {
    await expect(scenarioSchemaText()).toMatchFileSnapshot('../../scenarios/schema/scenario.schema.json');
  });

  it('place eight teams in the districts that belong to Ahus, whose midwives come from there', () => {
    const { interventions } = loadScenario('min-jordmor-ahus-sektor', nodeScenarioFiles());
    expect(interventions).toMatchObject([{ model: 'continuity-teams', teams: { stovner: 2, grorud: 2, alna: 4 } }]);
    expect(postsTaken(interventions)).toBe(8 * 4);
  });

  it.each(['stockholm-ahus-sektor', 'stockholm-hele-oslo', 'utrulling-12', 'utrulling-18', 'utrulling-24'])(
    '%s conjures no midwife: as many posts are taken as its teams have',
    (name) => {
      const { interventions } = loadScenario(name, nodeScenarioFiles());
      const teams = interventions.flatMap((intervention) =>
        intervention.model === 'continuity-teams' ? Object.values(intervention.teams) : [],
      );
      const inAllOfOslo = name !== 'stockholm-ahus-sektor';
      expect(teams.reduce((sum, number) => sum + number, 0)).toBe(inAllOfOslo ? 56 : 8);
      expect(postsTaken(interventions)).toBe(inAllOfOslo ? 224 : 32);
    },
  );

  it('each fit one of the horizons that they are compared over', () => {
    const periods = shippedNames.map((name) => {
      const { start, end } = loadScenario(name, nodeScenarioFiles()).horizon;
      return `${start} ${end}`;
    });
    expect(new Set(periods)).toEqual(new Set(['2027-01-01 2027-12-31', '2027-01-01 2028-12-31']));
  });
});

describe('the base data of Oslo', () => {
  it('has 9,200 births a year in fifteen districts', () => {
    const districts = Object.values(data.origins).filter(({ outside }) => !outside);
    expect(districts).toHaveLength(15);
    const births = districts.reduce((sum, district) => sum + district.births, 0);
    expect(Math.abs(births / 9200 - 1)).toBeLessThan(0.01);
  });

  it('gives OUS 8,800 births and Ahus 5,200', () => {
    expect(Math.abs(birthsAt('ous') / 8800 - 1)).toBeLessThan(0.01);
    expect(Math.abs(birthsAt('ahus') / 5200 - 1)).toBeLessThan(0.01);
  });

  it('has 52 % nulliparous at OUS and 40 % at Ahus', () => {
    expect(birthsAt('ous', true) / birthsAt('ous')).toBeCloseTo(0.52, 2);
    expect(birthsAt('ahus', true) / birthsAt('ahus')).toBeCloseTo(0.404, 3);
  });

  it('implies 16.6 % caesarean, a third of them planned', () => {
    const caesarean = overall((rate) => rate.caesarean);
    expect(caesarean).toBeCloseTo(0.166, 2.5);
    expect(overall((rate) => rate.planned) / caesarean).toBeGreaterThan(0.33);
    expect(overall((rate) => rate.planned) / caesarean).toBeLessThan(0.35);
  });

  it('implies the published caesarean rates of each parity', () => {
    expect(Math.abs(rates('nulliparous').caesarean - 0.183)).toBeLessThan(0.005);
    expect(Math.abs(rates('multiparous').caesarean - 0.146)).toBeLessThan(0.005);
  });

  it('implies 29 % induced', () => {
    expect(Math.abs(overall((rate) => rate.induced) - 0.29)).toBeLessThan(0.01);
  });

  it('gives a source of its own to every figure and a reason to every one that was moved', () => {
    const scenario = loadScenario('dagens', nodeScenarioFiles());
    const figures = (value: unknown): Record<string, unknown>[] => {
      if (isFigure(value)) return [{ ...value }];
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(figures) : [];
    };
    const all = figures(scenario.data);
    expect(all.length).toBeGreaterThan(250);
    for (const { source, confidence, movedFrom, reason } of all) {
      expect(source).not.toMatch(/facts|shared\//i);
      if (confidence === 'U') expect(source).toMatch(/^Assumption; /);
      expect(movedFrom === undefined).toBe(reason === undefined);
    }
  });
});
