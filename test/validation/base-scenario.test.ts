import { describe, expect, it } from 'vitest';
import { baseScenarioCase } from '../../sim-core/experiment/validation/base-scenario-case.ts';
import { runCase } from '../../sim-core/experiment/validation/case.ts';
import { indicatorKeys } from '../../sim-core/maternity/registry.ts';
import { changed, dateAfter, shippedInputs } from '../support/scenarios.ts';

const replications = 20;

describe('today’s service in Oslo', () => {
  const inputs = shippedInputs('dagens');
  const oslo = baseScenarioCase('oslo', inputs);
  const births = oslo.references.filter(({ figure }) => figure.startsWith('Births, '));

  it('lies within every tolerance with twenty replications, or says why not', () => {
    const { figures, passed } = runCase(oslo, '1', replications);
    expect(figures.filter((figure) => !figure.passed)).toEqual([]);
    expect(passed).toBe(true);
    for (const { inside, published, figure } of figures) {
      if (published!.confidence === 'V') expect(inside, figure).toBe(true);
    }
  }, 120_000);

  it('has published figures for indicators that exist only', () => {
    const keys = new Set(indicatorKeys(inputs).map(({ key }) => key));
    const published = Object.keys(inputs.data.published);
    expect(published.filter((key) => !keys.has(key))).toEqual([]);
    expect(published.length).toBeGreaterThan(40);
  });

  it('is held against the births of each site and every published target', () => {
    const targets = indicatorKeys(inputs).filter(({ published }) => published?.role === 'target');
    expect(oslo.references).toHaveLength(3 + targets.length);
    expect(targets.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'stay',
        'stayVaginal',
        'stayCaesarean',
        'fourDays',
        'leftWithin24Hours',
        'caesareanShare',
        'plannedCaesareanShare',
        'caesareanRobson1',
        'caesareanRobson1and2',
        'inductionShare',
        'epiduralShare',
        'labourNulliparous',
        'julyDecemberRatio',
        'officeHoursShare',
        'midwifeHoursPerBirth',
        'homeVisit',
        'healthNurseVisit',
        'birthsPerMidwifePost',
        'antenatalContacts',
        'neonatalAdmissions',
        'neonatalDays',
      ]),
    );
    for (const { figure, tolerance, published } of oslo.references) {
      expect(tolerance, figure).toBeGreaterThan(0);
      expect(published, figure).toBeDefined();
    }
  });

  it('expects at the sites all women but those whose sector sends them elsewhere, and of these a few', () => {
    expect(births).toHaveLength(3);
    let all = 0;
    let bySector = 0;
    for (const { births: yearly, sector } of Object.values(inputs.data.origins)) {
      all += (yearly * 365) / 365.25;
      bySector += ((yearly * 365) / 365.25) * (1 - (inputs.data.sectors[sector]!.placeOfBirth.elsewhere ?? 0));
    }
    const expected = births.reduce((sum, { value }) => sum + value, 0);
    expect(expected).toBeGreaterThan(bySector);
    expect(expected).toBeLessThan(bySector + (all - bySector) / 10);
  });

  it('expects births in proportion to the horizon', () => {
    const half = changed(inputs, ({ horizon }) => (horizon.end = dateAfter(horizon.start, 72)));
    const part = baseScenarioCase('half', half).references.find(({ figure }) => figure === births[0]!.figure)!;
    expect(part.value / births[0]!.value).toBeCloseTo(73 / 365, 12);
  });
});
