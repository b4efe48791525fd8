import { z } from 'zod';
import { amount, figure, positive, probability } from '../figure.ts';
import { byParity, clockTime, identifier, latitude, localisedText, longitude, sharesByIdentifier } from './common.ts';

/** Where the women of a sector give birth; the key `elsewhere` stands for places outside the model. Sums to 1. */
export const sector = z.strictObject({
  name: localisedText,
  placeOfBirth: sharesByIdentifier('share of births'),
  nulliparousShare: probability,
  /** Of women in labour. */
  epiduralShare: byParity(probability),
});

/** A district, or an area outside the city (`outside: true`, then without a position on the map). */
export const origin = z.strictObject({
  name: z.string(),
  sector: identifier,
  outside: z.boolean().default(false),
  births: amount('births a year'),
  latitude: latitude.optional(),
  longitude: longitude.optional(),
  homeVisitLeg: positive('minutes'),
  /** When the midwives of the health station have consultations; every district has them. */
  consultingHours: figure(z.strictObject({ from: clockTime, to: clockTime }), 'clock times').optional(),
  journey: figure(z.record(identifier, z.number().positive()), 'minutes to each site'),
});
