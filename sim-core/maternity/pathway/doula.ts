import { ContactKind, Provider, Setting } from '../contacts/contact-kinds.ts';
import { interventionsOf } from '../interventions.ts';
import type { MaternityService } from '../maternity-service.ts';
import { originIds } from '../model-inputs.ts';
import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import { Vulnerability } from '../women/fate.ts';
import type { Woman } from '../women/woman.ts';

const minutesPerHour = 60;

/** Women of some groups in a district who may have a doula over some days, and who pays. */
interface Offer {
  fromDay: number;
  endDay: number;
  /** Bits of `Vulnerability`. */
  groups: number;
  uptake: number;
  payer: string;
}

/**
 * Doulas with women in labour, from when the woman has her labour room and is in labour until she leaves it, at most some
 * hours after the birth. A doula is no midwife: she changes nothing for the staff of the ward.
 */
export class Doulas {
  private readonly service: MaternityService;
  private readonly offersOfOrigin: readonly (readonly Offer[])[];
  private readonly payers: readonly string[];
  /** When a doula came to a woman in labour, and who pays her. */
  private readonly present = new Map<Woman, { since: number; payer: string }>();

  constructor(service: MaternityService) {
    const { inputs, calendar } = service;
    this.service = service;
    this.payers = Object.keys(inputs.data.economy.payers);
    const all = interventionsOf(inputs, calendar, 'doula');
    this.offersOfOrigin = originIds(inputs).map((id) =>
      all
        .filter(({ intervention }) => intervention.districts.includes(id))
        .map(({ intervention: { groups, uptake, payer }, fromDay, endDay }) => ({
          fromDay,
          endDay,
          groups: groups.reduce((bits, group) => bits | Vulnerability[group], 0),
          uptake: uptake ?? inputs.data.doula.uptake,
          payer,
        })),
    );
  }

  /** A woman in labour has got her labour room: a doula comes to her if she is to have one. */
  come(woman: Woman): void {
    const { fate, origin } = woman;
    const offers = this.offersOfOrigin[origin]!;
    if (offers.length === 0 || fate.vulnerability === 0) return;
    const { simulation, calendar } = this.service;
    const day = calendar.dayOf(simulation.now);
    const u = contactDraw(fate, ContactDraw.doula);
    const offer = offers.find(
      ({ fromDay, endDay, groups, uptake }) =>
        fromDay <= day && day < endDay && (fate.vulnerability & groups) !== 0 && u < uptake,
    );
    if (offer !== undefined) this.present.set(woman, { since: simulation.now, payer: offer.payer });
  }

  /** The child is born: when the doula leaves is known, and her time is written down. */
  birth(woman: Woman): void {
    const visit = this.present.get(woman);
    if (visit === undefined) return;
    const { inputs, contactLog, ledger } = this.service;
    this.present.delete(woman);
    const { since, payer } = visit;
    const end = woman.bornAt + Math.min(woman.fate.recovery, inputs.data.doula.afterBirth * minutesPerHour);
    const payerIndex = this.payers.indexOf(payer);
    const { number, site } = woman;
    contactLog.add(number, ContactKind.doulaSupport, Setting.site, site, Provider.doula, payerIndex, since, end);
    ledger.doula(payer, since, end);
  }
}
