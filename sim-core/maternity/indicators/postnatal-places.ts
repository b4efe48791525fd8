import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';
import { census, censusMean, censusQuantile, inUse, waits } from './place-use.ts';
import { highQuantile } from './sites.ts';

const july = 6;

const bedsDefinition = {
  nb: 'Ved alle sykehusets fødesteder samlet, talt hver time; barselhotellet er med.',
  en: 'At all sites of the hospital together, counted every hour; the postnatal hotel is included.',
};

/** Postnatal beds and neonatal cots: who waits, and what is in use. */
export const postnatalPlaceIndicators: Indicator<MeasuredService>[] = [
  ...waits(
    'postnatal',
    ['waitForBed', 'waitedForBed'],
    { nb: 'barselseng', en: 'a postnatal bed' },
    {
      nb: 'Kvinner som ble værende der de var fordi ingen barselseng var ledig; ventetid null er regnet med.',
      en: 'Women who stayed where they were because no postnatal bed was free; waits of zero are included.',
    },
    { nb: 'kvinner som er klare for barsel', en: 'women who are ready for the postnatal ward' },
    ({ bedWaits }) => bedWaits,
    true,
  ),
  ...waits(
    'postnatal',
    ['waitForCot', 'waitedForCot'],
    { nb: 'plass på nyfødtintensiv', en: 'a neonatal cot' },
    {
      nb: 'Tid til barnet får en plass, her eller ved et annet fødested; ventetid null er regnet med.',
      en: 'Time until the child has a cot, here or at another site; waits of zero are included.',
    },
    { nb: 'barn som trenger nyfødtintensiv', en: 'children who need neonatal care' },
    ({ neonatalWaits }) => neonatalWaits,
  ),
  ...inUse(
    'postnatalBeds',
    'postnatal',
    'beds',
    { nb: 'Barselsenger i bruk', en: 'Postnatal beds in use' },
    { nb: 'Uten barselhotellet.', en: 'Without the postnatal hotel.' },
    ({ postnatalBeds }) => postnatalBeds.usage,
  ),
  ...inUse(
    'hotelBeds',
    'postnatal',
    'beds',
    { nb: 'Plasser på barselhotellet i bruk', en: 'Beds of the postnatal hotel in use' },
    { nb: 'Fødesteder uten barselhotell har ingen.', en: 'Sites without a postnatal hotel have none.' },
    ({ hotelBeds }) => hotelBeds.usage,
  ),
  ...inUse(
    'neonatalCots',
    'postnatal',
    'cots',
    { nb: 'Plasser på nyfødtintensiv i bruk', en: 'Neonatal cots in use' },
    { nb: 'Barn født ved modellens fødesteder.', en: 'Children born at the sites of the model.' },
    ({ neonatalCots }) => neonatalCots.usage,
  ),
  census(
    'postnatalBedsByHospital',
    'postnatal',
    'beds',
    { nb: 'Barselsenger i bruk', en: 'Postnatal beds in use' },
    bedsDefinition,
    censusMean('postnatalBeds'),
  ),
  census(
    'postnatalBedsHighByHospital',
    'postnatal',
    'beds',
    { nb: 'Barselsenger i bruk, 95-prosentil', en: 'Postnatal beds in use, 95th percentile' },
    bedsDefinition,
    censusQuantile('postnatalBeds', highQuantile),
  ),
  census(
    'postnatalBedsJulyByHospital',
    'postnatal',
    'beds',
    { nb: 'Barselsenger i bruk i juli', en: 'Postnatal beds in use in July' },
    bedsDefinition,
    censusMean('postnatalBeds', july),
  ),
];
