import { expect, it } from 'vitest';
import type { ModelInputs } from '../../../scenarios/schema/index.ts';
import { runHorizon, warmedUp } from '../../../sim-core/maternity/run-replication.ts';
import { changed } from '../../support/scenarios.ts';
import { teamWorld, worldOfTeams } from '../../support/team-worlds.ts';
import { testSeed } from '../../support/trace.ts';

const roomsPerMidwife = 0.5;
const fewest = 0.05;

/** So few rooms for each midwife on duty that most are closed, and at the site of the teams hardly one is open. */
function withClosedRooms(teams: number): ModelInputs {
  return changed(teamWorld(teams, 900), ({ data }) => {
    for (const [id, site] of Object.entries(data.sites)) {
      Object.assign(site, { roomsPerMidwife: id === worldOfTeams.payer ? fewest : roomsPerMidwife, labourRooms: 8 });
    }
    data.clinical.diversionAfter = 10;
  });
}

it('each team midwife who has been called to a woman in labour keeps one more room open where the woman is', () => {
  const service = warmedUp(withClosedRooms(4), testSeed, 0, false);
  const { simulation, sites, women, horizon } = service;
  const seen = { more: 0, moved: 0 };
  for (let time = horizon.from; time < horizon.from + 60 * 1440; time += 97) {
    simulation.run(time);
    for (const site of sites) {
      const midwives = women.filter(
        (woman) =>
          woman.attending !== undefined && woman.site === site.index && woman.fate.onset !== 'planned caesarean',
      );
      const each = site.id === worldOfTeams.payer ? fewest : roomsPerMidwife;
      const ward = Math.floor(site.ward.midwivesOnDuty * each);
      expect(site.labourRooms.capacity, `site ${site.id} at ${time}`).toBe(Math.min(8, ward + midwives.length));
      seen.more += midwives.length;
      seen.moved += midwives.filter(({ fate }) => fate.intendedSite !== site.index).length;
    }
  }
  expect(seen.more).toBeGreaterThan(100);
  expect(seen.moved).toBeGreaterThan(0);
});

it('rooms that are closed for lack of ward midwives are fewer with teams of the same wards', () => {
  const closed = (teams: number): number => {
    const service = warmedUp(withClosedRooms(teams), testSeed, 0, false);
    runHorizon(service);
    return service.capacities.reduce((sum, { closedRooms }) => sum + closedRooms.mean(service.simulation.now), 0);
  };
  expect(closed(4)).toBeLessThan(closed(0) - 0.3);
});
