import type { RoomKind, VenueKind } from '@hsl/contracts/venues';
import type { OpeningHours } from '@hsl/domain/opening-hours';

interface VenueSeed {
  slug: string;
  kind: VenueKind;
  name: string;
  address: string;
  openingHours: OpeningHours[];
  rooms: readonly { slug: string; kind: RoomKind; name: string; capacity: number }[];
}

const daily = (opens: string, closes: string): OpeningHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));

/** What is there from the beginning (domain 6): the centre with its rooms, a pavilion, a square. */
export const STANDING_VENUES: readonly VenueSeed[] = [
  {
    ...{ slug: 'jinyu', kind: 'centre', name: '金裕中心', address: '金裕路1号' },
    openingHours: daily('08:30', '21:00'),
    rooms: [
      { slug: 'member-home', kind: 'memberHome', name: '委员之家', capacity: 20 },
      { slug: 'hall', kind: 'deliberationHall', name: '协商议事厅', capacity: 60 },
      { slug: 'chess', kind: 'functionRoom', name: '棋牌室', capacity: 24 },
      { slug: 'yoga', kind: 'functionRoom', name: '瑜伽室', capacity: 20 },
      { slug: 'gym', kind: 'functionRoom', name: '健身房', capacity: 30 },
    ],
  },
  {
    ...{ slug: 'pavilion', kind: 'pavilion', name: '协商议事亭', address: '中心花园' },
    ...{ openingHours: daily('06:00', '22:00'), rooms: [] },
  },
  {
    ...{ slug: 'square', kind: 'square', name: '协商议事广场', address: '文化广场' },
    ...{ openingHours: daily('00:00', '24:00'), rooms: [] },
  },
];
