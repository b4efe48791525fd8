import { clockMinutes } from '../../sim-core/kernel/index.ts';
import { ContactKind, Provider, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import type { MaternityService } from '../../sim-core/maternity/maternity-service.ts';

const rounding = 1e-6;
/** Hired staff have this number and those below it. */
const firstHired = -100;

/** Consultations by appointment, in an office with opening hours. */
const clinicKinds = new Set<number>([
  ContactKind.antenatalConsultation,
  ContactKind.ultrasound,
  ContactKind.hospitalConsultation,
  ContactKind.supportConsultation,
]);
const visitKinds = new Set<number>([
  ContactKind.midwifeHomeVisit,
  ContactKind.healthNurseHomeVisit,
  ContactKind.extraHomeVisit,
]);
/** By appointment with a team, at its base, by video or on the ward. */
const teamKinds = new Set<number>([ContactKind.teamFollowUp, ContactKind.teamWardVisit]);

interface Window {
  opens: number;
  closes: number;
}

/**
 * Consultations and home visits outside the hours of the office, on days off, or in no sort of place they may be in. Hours
 * are told by the wall clock. Team midwives keep the hours of home visits, which are the longest.
 */
export function contactsOutOfHours({ contactLog: log, calendar, inputs, workforce }: MaternityService): string[] {
  const { programme } = inputs.data;
  const windowOf = ({ opens, closes }: { opens: string; closes: string }): Window => ({
    opens: clockMinutes(opens),
    closes: clockMinutes(closes),
  });
  const clinic = windowOf(programme.outpatientClinic);
  const visits = windowOf(programme.homeVisit);
  const practice = windowOf(programme.generalPractice);
  const stations = Object.values(inputs.data.origins).map(({ consultingHours }) =>
    consultingHours === undefined ? undefined : windowOf({ opens: consultingHours.from, closes: consultingHours.to }),
  );
  const found: string[] = [];
  for (let index = 0; index < log.length; index++) {
    const kind = log.kind.at(index);
    const setting = log.setting.at(index);
    const start = log.start.at(index);
    const end = log.end.at(index);
    const what = `contact ${index}, kind ${kind}`;
    if (!(end >= start)) found.push(`${what} ends before it begins`);
    const provider = log.provider.at(index);
    const byTeam = provider >= 0 && workforce.units[workforce.people[provider]!.unit]!.kind === 'continuityTeam';
    const isAtHome = visitKinds.has(kind) || (kind === ContactKind.latentPhaseContact && byTeam);
    if (isAtHome !== (setting === Setting.home)) found.push(`${what} in setting ${setting}`);
    if (teamKinds.has(kind) && !byTeam) found.push(`${what} by somebody of no team`);
    if (kind === ContactKind.teamFollowUp && setting !== Setting.healthStation && setting !== Setting.video)
      found.push(`${what} in setting ${setting}`);
    if (start < 0 || !(clinicKinds.has(kind) || visitKinds.has(kind) || teamKinds.has(kind))) continue;
    const hours = byTeam ? visits : ([clinic, stations[log.place.at(index)], visits, practice] as const)[setting];
    if (hours === undefined) {
      found.push(`${what} where there are no hours`);
      continue;
    }
    const day = calendar.dayOf(start);
    const isOff = setting === Setting.home ? false : !calendar.isWorkingDay(day);
    const opens = calendar.timeAt(day, hours.opens);
    const closes = calendar.timeAt(day, hours.closes);
    if (isOff || start < opens - rounding || end > closes + rounding)
      found.push(`${what}: ${calendar.clockOf(start)}–${calendar.clockOf(end)} on day ${day}`);
  }
  return found;
}

/** Contacts without a place, a provider or a payer that there is, or by somebody outside her employment. */
export function incompleteContacts({
  contactLog: log,
  calendar,
  inputs,
  workforce,
  sites,
}: MaternityService): string[] {
  const origins = Object.keys(inputs.data.origins).length;
  const payers = Object.keys(inputs.data.economy.payers);
  const codes = new Set<number>(Object.values(Provider));
  const found: string[] = [];
  for (let index = 0; index < log.length; index++) {
    const place = log.place.at(index);
    const provider = log.provider.at(index);
    const payer = payers[log.payer.at(index)];
    const start = log.start.at(index);
    const fault = (what: string): unknown => found.push(`contact ${index}, kind ${log.kind.at(index)}: ${what}`);
    if (!Number.isFinite(start) || !Number.isFinite(log.end.at(index))) fault('no time');
    const places = log.setting.at(index) === Setting.site ? sites.length : origins;
    if (place < 0 || place >= places) fault(`place ${place}`);
    if (payer === undefined) fault(`payer ${log.payer.at(index)}`);
    if (provider < 0) {
      if (!codes.has(provider) && provider > firstHired) fault(`provider ${provider}`);
      const isPractice = log.setting.at(index) === Setting.generalPractice;
      if ((provider === Provider.generalPractitioner) !== isPractice) fault(`provider ${provider} in the wrong place`);
      continue;
    }
    const person = workforce.people[provider];
    if (person === undefined) {
      fault(`person ${provider}`);
      continue;
    }
    if (payer !== person.employer) fault(`paid by ${payer}, employed by ${person.employer}`);
    const day = start < 0 ? Math.floor(start / 1440) : calendar.dayOf(start);
    // A night shift that begins on the last day ends on the morning after.
    if (day < person.fromDay || day > person.toDay) fault(`person ${provider} on day ${day}`);
  }
  return found;
}
