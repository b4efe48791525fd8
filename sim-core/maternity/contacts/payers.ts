import type { ModelInputs } from '../model-inputs.ts';
import type { Workforce } from '../staff/workforce.ts';
import { Provider } from './contact-kinds.ts';

/**
 * Who stands for a contact, as an index in `economy.payers`: the employer of the person, the state for general practice, or
 * the hospital. Others may bear a share of what her people cost; the ledger divides it.
 */
export class Payers {
  private readonly ofPerson: Uint8Array;
  private readonly ofSite: number[];
  private readonly ofPractitioner: number;

  constructor({ data }: ModelInputs, workforce: Workforce) {
    const payers = Object.keys(data.economy.payers);
    this.ofPerson = Uint8Array.from(workforce.people, ({ employer }) => payers.indexOf(employer));
    this.ofSite = Object.values(data.sites).map(({ hospital }) => payers.indexOf(hospital));
    this.ofPractitioner = payers.indexOf(data.economy.statePayer);
  }

  /** @param provider a person or a `Provider` @param site where it takes place, or −1 outside hospital */
  of(provider: number, site: number): number {
    if (provider >= 0) return this.ofPerson[provider]!;
    if (provider === Provider.generalPractitioner || site < 0) return this.ofPractitioner;
    return this.ofSite[site]!;
  }
}
