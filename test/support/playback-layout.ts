import type { PlaybackLayout, SiteLayout } from '../../viewer/playback/layout.ts';

/** A layout for tests: sites with so many rooms and beds, and with a unit of labour-ward midwives each, in their order. */
export function testLayout(sites: { id: string; rooms: number; beds: number }[], teamMidwives = 0): PlaybackLayout {
  let rooms = 0;
  let beds = 0;
  const placed = sites.map((site): SiteLayout => {
    const layout = {
      ...site,
      roomStart: rooms,
      bedStart: beds,
      theatres: 2,
      hotelBeds: 3,
    };
    rooms += site.rooms;
    beds += site.beds;
    return layout;
  });
  const teams = teamMidwives > 0 ? [{ originIndex: 0, number: 1, midwifeStart: 0, midwives: teamMidwives }] : [];
  return {
    sites: placed,
    rooms,
    beds,
    teams,
    midwives: teamMidwives,
    labourWardOfUnit: sites.map((_, site) => site),
    // The unit after those of the sites is the team, if there is one.
    teamOfUnit: [...sites.map(() => -1), ...teams.map((_, team) => team)],
  };
}
