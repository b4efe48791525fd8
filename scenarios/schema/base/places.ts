import { z } from 'zod';
import { count, figure, positive, probability } from '../figure.ts';
import { byParity, clockTime, identifier, latitude, longitude } from './common.ts';

/** On duty per shift. The shifts' clock times are common to all sites. */
const postsPerShift = (unit: string) => z.strictObject({ day: count(unit), evening: count(unit), night: count(unit) });

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
  /** Places where women are assessed on arrival and wait for a room. */
  receptionPlaces: count('places'),
  theatres: count('theatres'),
  /** Anaesthesia and surgery teams on duty; as many operations can go on as there are both theatres and teams. */
  theatreTeams: z.strictObject({ weekday: postsPerShift('teams'), weekend: postsPerShift('teams') }),
  /** Planned caesareans begin within these hours on working days. */
  theatreHours: z.strictObject({ opens: figure(clockTime, 'clock time'), closes: figure(clockTime, 'clock time') }),
  obstetricians: z.strictObject({
    weekday: postsPerShift('obstetricians'),
    weekend: postsPerShift('obstetricians'),
  }),
  /** Places beside the theatre for the hours after a caesarean. */
  recoveryPlaces: count('places'),
  postnatalBeds: count('beds'),
  /** Rooms for healthy women and children after their first time on the ward. */
  hotelBeds: count('beds'),
  neonatalCots: count('cots'),
  /** Rooms that one labour-ward midwife on duty can keep open; rooms beyond that are closed for lack of staff. */
  roomsPerMidwife: positive('rooms a midwife'),
  /** Sites that take over a woman in labour when this one is full, nearest first, with the journey in minutes. */
  diversion: z.array(z.strictObject({ site: identifier, journey: positive('minutes') })),
});
