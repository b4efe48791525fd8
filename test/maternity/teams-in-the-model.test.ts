import { describe, expect, it } from 'vitest';
import { ContactKind, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { indicatorValues } from '../../sim-core/maternity/registry.ts';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import type { MaternityService } from '../../sim-core/maternity/maternity-service.ts';
import type { TeamParameters } from '../../sim-core/maternity/teams/team-parameters.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { Vulnerability } from '../../sim-core/maternity/women/fate.ts';
import type { Woman } from '../../sim-core/maternity/women/woman.ts';
import { changed, shippedInputs, withPlentyOfRoom } from '../support/scenarios.ts';
import { teamWorld, worldOfTeams } from '../support/team-worlds.ts';
import { testSeed, tracedService } from '../support/trace.ts';

const minutesPerDay = 1440;
const replications = [0, 1, 2];

function run(teams: number, births: number, own: Partial<TeamParameters> = {}, replication = 0): MaternityService {
  return simulate(teamWorld(teams, births, own), testSeed, replication, false);
}

/** Means of indicators over some replications. */
function means(ids: readonly string[], teams: number, births: number, own: Partial<TeamParameters> = {}): number[] {
  const values = replications.map((replication) => indicatorValues(run(teams, births, own, replication)));
  return ids.map((id) => values.reduce((sum, value) => sum + value[id]!, 0) / values.length);
}

/** Teams of a large district, always full. */
const drammen = { teams: 4, births: 900 };

describe('a full team of four with one on call', () => {
  const ids = [
    'womenPerTeamMidwife',
    'teamWorkload',
    'onCallBusyShare',
    'teamHoursAntenatal',
    'teamHoursBirth',
    'teamHoursPostnatal',
  ];
  const [women, workload, busy, antenatal, birth, postnatal] = means(ids, drammen.teams, drammen.births) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];

  it('carries about 38 women a post within its hours', () => {
    const { economy, continuityTeams } = shippedInputs('dagens').data;
    expect(economy.onCallCredit).toBe(0.2);
    const perWoman = antenatal + birth + postnatal + continuityTeams.administration;
    const perMidwife = (8766 / 4) * economy.onCallCredit + continuityTeams.meetings;
    // The hours that are counted are those of the women and those of the post, whatever the caseload.
    const available = economy.yearlyHours.productiveRota;
    expect(workload).toBeCloseTo((women * perWoman + perMidwife) / available, 1);
    const carried = (available - perMidwife) / perWoman;
    expect(carried).toBeGreaterThan(36);
    expect(carried).toBeLessThan(40);
    // At that caseload, women who are lost before birth made up for, the hours are used up.
    const caseload = (4 * carried * 150) / (4 * women);
    const [usedUp, womenThen] = means(['teamWorkload', 'womenPerTeamMidwife'], drammen.teams, 1200, { caseload });
    expect(Math.abs(womenThen! - carried)).toBeLessThan(1);
    expect(Math.abs(usedUp! - 1)).toBeLessThan(0.03);
  });

  it('spends hours on a woman like those that caseloads are reckoned with', () => {
    expect(Math.abs(antenatal - 6.5)).toBeLessThan(1);
    expect(Math.abs(birth - 10)).toBeLessThan(2);
    expect(Math.abs(postnatal - 5)).toBeLessThan(1);
  });

  it('is out for about one hour in seven that it is on call', () => {
    expect(Math.abs(busy - 0.146)).toBeLessThan(0.02);
  });
});

describe('known midwife at birth among the women of a team', () => {
  const known = (teams: number, births: number, own: Partial<TeamParameters>): number =>
    means(['knownMidwifeEnrolled'], teams, births, own)[0]!;
  /** Two teams of three midwives for 240 women a year, with what is told of Karolinska Huddinge. */
  const karolinska = known(2, 600, {
    midwives: 3,
    caseload: 120,
    onCallMidwives: 2,
    latentPhaseAtHome: 0.8,
    homeVisitShare: 1,
  });
  const aroundTheClock = known(drammen.teams, drammen.births, {});
  const byDay = known(drammen.teams, drammen.births, { onCallFrom: '07:00', onCallTo: '23:00' });

  it('lies in 81–98 % in a set-up like that of Karolinska Huddinge', () => {
    expect(karolinska).toBeGreaterThan(0.81);
    expect(karolinska).toBeLessThan(0.98);
  });

  it('lies far lower when nobody is on call at night', () => {
    // Those who are still in labour when the morning comes, have her whose turn begins then.
    expect(byDay).toBeLessThan(aroundTheClock - 0.1);
    // Some of those who come by day are still in labour after 23, with their midwife.
    expect(byDay).toBeGreaterThan(0.4);
  });
});

describe('who has a place in a team', () => {
  const births = ({ observations, women, inputs }: MaternityService): Woman[] => {
    const origin = Object.keys(inputs.data.origins).indexOf(worldOfTeams.district);
    return observations.districtBirths.filter((woman) => woman.origin === origin && women.includes(woman));
  };
  const teamsFor = (own: Partial<TeamParameters>) => births(run(2, 400, { caseload: 1000, ...own }));

  it('is decided by her wish, and who wants one at some uptake wants one at every higher', () => {
    const [some, more] = [teamsFor({ uptake: 0.4 }), teamsFor({ uptake: 0.7 })];
    const enrolled = (women: readonly Woman[]): Set<number> =>
      new Set(women.filter(({ team }) => team !== undefined).map(({ number }) => number));
    const [few, many] = [enrolled(some), enrolled(more)];
    for (const number of few) expect(many.has(number)).toBe(true);
    expect(Math.abs(few.size / some.length - 0.4)).toBeLessThan(0.1);
    expect(Math.abs(many.size / more.length - 0.7)).toBeLessThan(0.1);
  });

  it('are women of the groups and the parity that the team is for', () => {
    const groups = teamsFor({ groups: ['fearOfBirth', 'newlyArrived'] });
    const wanted = Vulnerability.fearOfBirth | Vulnerability.newlyArrived;
    expect(groups.some(({ team }) => team !== undefined)).toBe(true);
    for (const { team, fate } of groups) expect(team !== undefined).toBe((fate.vulnerability & wanted) !== 0);
    const first = teamsFor({ parity: 'nulliparous' });
    for (const { team, fate } of first) expect(team !== undefined).toBe(fate.nulliparous);
  });

  it('who is turned away or does not want a place is counted, and everybody asked is one or the other or enrolled', () => {
    const service = run(1, 400, { caseload: 100, uptake: 0.8 });
    const { teamTurnedAway, teamDeclined } = indicatorValues(service);
    const women = births(service);
    const enrolled = women.filter(({ team }) => team !== undefined).length;
    expect(teamTurnedAway! + teamDeclined! + enrolled).toBe(women.length);
    expect(Math.abs(teamDeclined! / women.length - 0.2)).toBeLessThan(0.07);
    expect(teamTurnedAway!).toBeGreaterThan(100);
  });

  it('a team that started long ago has as many women at the beginning of the horizon as later', () => {
    const months = replications.flatMap((replication) => {
      const service = run(2, 700, {}, replication);
      const { from } = service.horizon;
      return service.observations.births
        .filter(({ team }) => team !== undefined)
        .map(({ bornAt }) => Math.floor((bornAt - from) / (28 * minutesPerDay)));
    });
    const perPeriod = Array.from({ length: 13 }, (_, period) => months.filter((month) => month === period).length);
    const mean = perPeriod.reduce((sum, count) => sum + count, 0) / perPeriod.length;
    // Three years of two teams: 66 births a period or so, whose standard deviation is below 8.
    for (const count of perPeriod) expect(Math.abs(count - mean), perPeriod.join(' ')).toBeLessThan(24);
    expect(Math.abs(perPeriod[0]! + perPeriod[1]! - 2 * mean)).toBeLessThan(30);
  });
});

describe('what a team does beside the common programme', () => {
  const stockholm = { followUpWeeks: 16, followUpContacts: 3, latentPhaseAtHome: 1, wardVisits: 2, onCallMidwives: 2 };
  const { service, rows } = tracedService(teamWorld(3, 400, stockholm));
  const { contactLog: log, women, workforce } = service;
  const contacts = Array.from({ length: log.length }, (_, index) => ({
    woman: women[log.woman.at(index)]!,
    kind: log.kind.at(index),
    setting: log.setting.at(index),
    provider: log.provider.at(index),
    start: log.start.at(index),
    end: log.end.at(index),
  }));
  const ofKind = (kind: ContactKind) => contacts.filter((contact) => contact.kind === kind);
  const isOfTeam = (provider: number, woman: Woman): boolean =>
    provider >= 0 && workforce.units[workforce.people[provider]!.unit]!.team === woman.team?.index;

  it('follows mother and child until the age said, the last contact by video', () => {
    const followUps = ofKind(ContactKind.teamFollowUp);
    expect(followUps.length).toBeGreaterThan(300);
    for (const woman of new Set(followUps.map((contact) => contact.woman))) {
      const own = followUps.filter((contact) => contact.woman === woman);
      for (const { start, provider } of own) {
        const weeks = (start - woman.bornAt) / minutesPerDay / 7;
        expect(weeks).toBeGreaterThan(6);
        // Who waits for her own midwife, and is then moved because nobody has time, may be a week later.
        expect(weeks).toBeLessThan(20);
        expect(isOfTeam(provider, woman)).toBe(true);
      }
      if (own.length < 3) continue;
      expect(own.map(({ setting }) => setting)).toEqual([Setting.healthStation, Setting.healthStation, Setting.video]);
    }
  });

  it('ends the follow-up once for everybody who went home, with the last contact', () => {
    const ended = rows.filter(({ state }) => state === TraceState.followUpEnded);
    expect(new Set(ended.map(({ entity }) => entity)).size).toBe(ended.length);
    const longAgo = service.simulation.now - (16 + 3) * 7 * minutesPerDay;
    const endedAt = new Map(ended.map(({ entity, time }) => [entity, time]));
    let withTeam = 0;
    for (const woman of women) {
      const { number, team, dischargedAt, bornAt } = woman;
      if (!(dischargedAt < longAgo)) continue;
      const time = endedAt.get(number);
      expect(time, `woman ${number}`).toBeDefined();
      if (team === undefined) continue;
      withTeam++;
      const last = contacts.findLast((contact) => contact.woman === woman && contact.kind === ContactKind.teamFollowUp);
      expect(time!).toBeGreaterThanOrEqual(last?.end ?? bornAt);
    }
    expect(withTeam).toBeGreaterThan(100);
  });

  it('comes home in the latent phase when somebody on call can set out, else she goes to the reception', () => {
    const visits = ofKind(ContactKind.latentPhaseContact).filter(({ woman, start }) => woman.team && start > 0);
    const atHome = visits.filter(({ setting }) => setting === Setting.home);
    expect(atHome.length).toBeGreaterThan(200);
    expect(atHome.length).toBeGreaterThan(0.8 * visits.length);
    expect(atHome.length).toBeLessThan(visits.length);
    for (const { provider, woman } of atHome) expect(isOfTeam(provider, woman)).toBe(true);
    for (const { provider, woman, setting } of visits)
      if (setting === Setting.site) expect(isOfTeam(provider, woman)).toBe(false);
    const { latentVisits, latentVisitsMissed } = service.contacts.teamContacts;
    expect(latentVisits).toBeGreaterThan(0);
    expect(latentVisitsMissed).toBeGreaterThan(0);
  });

  it('visits women on the ward while they are there, and not after', () => {
    const visits = ofKind(ContactKind.teamWardVisit);
    expect(visits.length).toBeGreaterThan(100);
    for (const { woman, start, setting, provider } of visits) {
      expect(start).toBeGreaterThan(woman.bornAt);
      if (!Number.isNaN(woman.dischargedAt)) expect(start).toBeLessThan(woman.dischargedAt);
      expect(setting).toBe(Setting.site);
      expect(isOfTeam(provider, woman)).toBe(true);
    }
  });

  it('gives contacts by the named midwife, by colleagues, on another day and through the district when it must', () => {
    // One team for the women of three: somebody is out or taken up most of the time.
    const { byNamed, byColleague, moved, toOrdinaryService } = run(1, 700, { caseload: 450, midwives: 3 }).contacts
      .teamContacts;
    expect(byNamed).toBeGreaterThan(byColleague);
    expect(byColleague).toBeGreaterThan(300);
    expect(moved).toBeGreaterThan(20);
    expect(toOrdinaryService).toBeGreaterThan(0);
  });
});

it('women of another sector have the same contacts before birth to the bit, when no ward is shared', () => {
  const of = (teams: number) => {
    const inputs = changed(teamWorld(teams, 400, { latentPhaseAtHome: 1, wardVisits: 1 }), withPlentyOfRoom);
    const {
      contactLog: log,
      women,
      inputs: { data },
    } = simulate(inputs, testSeed, 0, false);
    const other = Object.keys(data.origins).indexOf(worldOfTeams.other);
    return Array.from({ length: log.length }, (_, index) => index)
      .filter(
        (index) =>
          women[log.woman.at(index)]!.origin === other && log.kind.at(index) <= ContactKind.supportConsultation,
      )
      .map((index) =>
        [log.woman, log.kind, log.setting, log.place, log.provider, log.start, log.end].map((column) =>
          column.at(index),
        ),
      );
  };
  const without = of(0);
  expect(without.length).toBeGreaterThan(500);
  expect(of(3)).toEqual(without);
});
