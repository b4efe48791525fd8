import { z } from 'zod';
import { count, positive, probability } from '../figure.ts';
import { byParity, identifier, latitude, longitude } from './common.ts';

/** Midwives on duty per shift. The shifts' clock times are common to all sites. */
const postsPerShift = z.strictObject({
  day: count('midwives'),
  evening: count('midwives'),
  night: count('midwives'),
});

export const hospital = z.strictObject({
  name: z.string(),
  instrumentalShare: byParity(probability),
});

export const site = z.strictObject({
  name: z.string(),
  hospital: identifier,
  latitude,
  longitude,
  labourRooms: count('rooms'),
  antenatalBeds: count('beds'),
  theatres: count('theatres'),
  postnatalBeds: count('beds'),
  labourWardPosts: z.strictObject({ weekday: postsPerShift, weekend: postsPerShift }),
  /** Sites that take over a woman in labour when this one is full, nearest first, with the journey in minutes. */
  diversion: z.array(z.strictObject({ site: identifier, journey: positive('minutes') })),
});
