import type { BaseData } from './base-data.ts';
import { checkSum, kinds, type Report } from './data-checks.ts';
import { unknownName, type Path, type Wording } from './problems.ts';

const unitKinds = ['reception', 'antenatalWard', 'labourWard', 'postnatalWard', 'outpatientClinic'] as const;

/** Checks that staff belong to sites and districts that exist, and that posts have people and people posts. */
export function checkStaff(data: BaseData, report: Report): void {
  const { staff } = data;
  for (const [group, shares] of Object.entries(staff.positions)) {
    const path: Path = ['staff', 'positions', group, 'value'];
    checkSum(
      path,
      shares.value.map(({ share }) => share),
      report,
    );
  }
  checkSites(data, report);
  checkDistricts(data, report);
}

function checkSites({ sites, staff }: BaseData, report: Report): void {
  const known = Object.keys(sites);
  for (const [id, units] of Object.entries(staff.sites)) {
    if (!known.includes(id)) report(['staff', 'sites', id], unknownName(kinds.site, id, known), 'key');
    for (const kind of unitKinds) {
      for (const profession of ['midwives', 'assistants'] as const) {
        const team = units[kind]?.[profession];
        if (team === undefined) continue;
        const posts = Object.values(team.posts).flatMap((ofDays) => Object.values(ofDays.value));
        const wanted = posts.some((count) => count > 0);
        const people = team.fullTimePosts.value;
        const path: Path = ['staff', 'sites', id, kind, profession];
        if (wanted && people === 0) report([...path, 'fullTimePosts', 'value'], postsWithoutPeople);
        if (!wanted && people > 0) report([...path, 'posts'], peopleWithoutPosts(people));
      }
    }
  }
  for (const id of known) {
    if (staff.sites[id]?.labourWard?.midwives !== undefined) continue;
    report(Object.hasOwn(staff.sites, id) ? ['staff', 'sites', id] : ['staff', 'sites'], {
      found: {
        en: `${id} has no midwives on a labour ward`,
        nb: `${id} har ingen jordmødre på noen fødeavdeling`,
      },
      allowed: {
        en: 'a labourWard with midwives for each site',
        nb: 'en labourWard med jordmødre for hvert fødested',
      },
    });
  }
}

function checkDistricts({ origins, staff }: BaseData, report: Report): void {
  const districts = Object.keys(origins).filter((id) => origins[id]?.outside === false);
  for (const id of Object.keys(staff.districts)) {
    if (!districts.includes(id)) report(['staff', 'districts', id], unknownName(kinds.district, id, districts), 'key');
  }
  for (const id of districts) {
    const station = staff.districts[id];
    if (station !== undefined && station.midwives.value + station.healthNurses.value > 0) continue;
    report(station === undefined ? ['staff', 'districts'] : ['staff', 'districts', id], {
      found: {
        en: `nobody serves ${id}: it has neither midwives nor health nurses`,
        nb: `ingen betjener ${id}: bydelen har verken jordmødre eller helsesykepleiere`,
      },
      allowed: {
        en: 'full-time posts of midwives or health nurses in each district',
        nb: 'årsverk av jordmødre eller helsesykepleiere i hver bydel',
      },
    });
  }
}

const postsWithoutPeople: { found: Wording; allowed: Wording } = {
  found: { en: 'found 0, and posts on some shift', nb: 'fant 0, men plasser på noen vakt' },
  allowed: { en: 'full-time posts above 0, or no posts', nb: 'årsverk over 0, eller ingen plasser' },
};

function peopleWithoutPosts(people: number): { found: Wording; allowed: Wording } {
  return {
    found: {
      en: `found no posts on any shift, and ${people} full-time posts`,
      nb: `fant ingen plasser på noen vakt, men ${people} årsverk`,
    },
    allowed: { en: 'posts on some shift, or 0 full-time posts', nb: 'plasser på noen vakt, eller 0 årsverk' },
  };
}
