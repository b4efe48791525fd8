import type { ModelInputs } from '../model-inputs.ts';
import { Vulnerability } from '../women/fate.ts';
import type { Woman } from '../women/woman.ts';

/** What decides how a team works; see the scenario schema for meaning and unit. */
export interface TeamParameters {
  midwives: number;
  caseload: number;
  onCallMidwives: number;
  /** Clock times between which somebody is on call; around the clock, if they are left out. */
  onCallFrom?: string | undefined;
  onCallTo?: string | undefined;
  attendanceAfterBirth: number;
  maximumAttendance: number;
  rest: number;
  enrolmentUntilWeek: number;
  homeVisitShare: number;
  uptake: number;
  /** Only women of one of these groups; all, if it is left out. */
  groups?: readonly (keyof typeof Vulnerability)[] | undefined;
  /** Only women of this parity; all, if it is left out. */
  parity?: 'nulliparous' | 'multiparous' | undefined;
  followUpWeeks: number;
  followUpContacts: number;
  latentPhaseAtHome: number;
  wardVisits: number;
}

/** A team that follows its women to the six-week check, for everybody, and sees them at its base and at home after birth. */
export const plainFollowUp = {
  uptake: 1,
  followUpWeeks: 6,
  followUpContacts: 0,
  latentPhaseAtHome: 0,
  wardVisits: 0,
} as const;

type TeamIntervention = Extract<ModelInputs['interventions'][number], { model: 'continuity-teams' }>;

/** What an intervention says, and the defaults of the base data for the rest. */
export function teamParameters(
  own: TeamIntervention,
  defaults: ModelInputs['data']['continuityTeams'],
): TeamParameters {
  return {
    midwives: own.midwives ?? defaults.midwives,
    caseload: own.caseload ?? defaults.caseload,
    onCallMidwives: own.onCallMidwives ?? defaults.onCallMidwives,
    onCallFrom: own.onCallFrom,
    onCallTo: own.onCallTo,
    attendanceAfterBirth: own.attendanceAfterBirth ?? defaults.attendanceAfterBirth,
    maximumAttendance: own.maximumAttendance ?? defaults.maximumAttendance,
    rest: own.rest ?? defaults.rest,
    enrolmentUntilWeek: own.enrolmentUntilWeek ?? defaults.enrolmentUntilWeek,
    homeVisitShare: own.homeVisitShare ?? defaults.homeVisitShare,
    uptake: own.uptake ?? defaults.uptake,
    groups: own.groups,
    parity: own.parity,
    followUpWeeks: own.followUpWeeks ?? defaults.followUpWeeks,
    followUpContacts: own.followUpContacts ?? defaults.followUpContacts,
    latentPhaseAtHome: own.latentPhaseAtHome ?? defaults.latentPhaseAtHome,
    wardVisits: own.wardVisits ?? defaults.wardVisits,
  };
}

/** Whether a team is meant for a woman: one of its groups, if it has any, and of its parity. */
export function isFor({ groups, parity }: TeamParameters, { fate }: Woman): boolean {
  if (parity !== undefined && fate.nulliparous !== (parity === 'nulliparous')) return false;
  return groups === undefined || groups.some((group) => (fate.vulnerability & Vulnerability[group]) !== 0);
}
