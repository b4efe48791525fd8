import type { Calendar } from '../../kernel/index.ts';
import { ByDistrict, interventionsOf } from '../interventions.ts';
import { originIds, type ModelInputs } from '../model-inputs.ts';

/** Contacts by video after she has gone home. */
export interface VideoTerms {
  contacts: number;
  withinDays: number;
  /** Share of the extra home visits that are given by video instead. */
  replacesExtraVisits: number;
}

/** How the postnatal ward is open to women without referral. */
export interface ReturnTerms {
  share: number;
  withinDays: number;
}

/** What care models change in the follow-up at home, by district and day. */
export class FollowUpModels {
  private readonly data: ModelInputs['data'];
  private readonly digital: ByDistrict<'digital-follow-up'>;
  private readonly openReturn: ByDistrict<'open-return'>;
  private readonly assistantShares: readonly (readonly { fromDay: number; endDay: number; share: number }[])[];

  constructor(inputs: ModelInputs, calendar: Calendar) {
    this.data = inputs.data;
    this.digital = new ByDistrict(inputs, calendar, 'digital-follow-up');
    this.openReturn = new ByDistrict(inputs, calendar, 'open-return');
    const shifts = interventionsOf(inputs, calendar, 'task-shift');
    this.assistantShares = originIds(inputs).map((id) =>
      shifts
        .filter(({ intervention: { to } }) =>
          to.some(({ district, profession }) => district === id && profession === 'assistant'),
        )
        .map(({ fromDay, endDay, intervention }) => ({ fromDay, endDay, share: intervention.homeVisitShare ?? 0 })),
    );
  }

  /** The contacts by video for women of a district who go home on a day, if there are any. */
  video(origin: number, day: number): VideoTerms | undefined {
    const intervention = this.digital.at(origin, day);
    if (intervention === undefined) return undefined;
    const { digitalFollowUp } = this.data;
    return {
      contacts: intervention.contacts ?? digitalFollowUp.contacts,
      withinDays: intervention.withinDays ?? digitalFollowUp.withinDays,
      replacesExtraVisits: intervention.replacesExtraVisits ?? digitalFollowUp.replacesExtraVisits,
    };
  }

  /** How the ward is open to women of a district who go home on a day. */
  returnToWard(origin: number, day: number): ReturnTerms {
    const intervention = this.openReturn.at(origin, day);
    if (intervention === undefined) return this.data.programme.returnToWard;
    const { openReturn } = this.data;
    return {
      share: intervention.share ?? openReturn.share,
      withinDays: intervention.withinDays ?? openReturn.withinDays,
    };
  }

  /** Share of the extra home visits of a day that assistants of the district are to give. */
  assistantShare(origin: number, day: number): number {
    let highest = 0;
    for (const { fromDay, endDay, share } of this.assistantShares[origin]!) {
      if (fromDay <= day && day < endDay && share > highest) highest = share;
    }
    return highest;
  }
}
