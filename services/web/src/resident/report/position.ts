import type { SenderPosition } from '@hsl/contracts/schemas/submissions';

/** Why a device says nothing of where it is; each has words that say what to do instead. */
export const POSITION_TROUBLES = ['denied', 'notFound', 'tooLong', 'notHere'] as const;
export type PositionTrouble = (typeof POSITION_TROUBLES)[number];

/** One metre is enough to find a lamp post; more figures would say more of the sender than of the matter. */
const FIGURES = 5;
const WAIT_MS = 15_000;
/** A place that was found a minute ago is where the sender still stands. */
const FRESH_MS = 60_000;
/** Beyond this the device guesses by its provider. */
const COARSEST_M = 100_000;
/** By the code of a GeolocationPositionError. */
const TROUBLE_BY_CODE: Readonly<Record<number, PositionTrouble>> = { 1: 'denied', 2: 'notFound', 3: 'tooLong' };

const rounded = (degrees: number): number => Number(degrees.toFixed(FIGURES));

/** Asks the device once; the browser asks the person. @returns why not, if not */
export function findPosition(
  geolocation: Pick<Geolocation, 'getCurrentPosition'> | undefined,
): Promise<SenderPosition | PositionTrouble> {
  if (!geolocation) return Promise.resolve('notHere');
  return new Promise((resolve) =>
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({
          ...{ lat: rounded(latitude), lon: rounded(longitude) },
          accuracyM: Math.min(COARSEST_M, Math.ceil(accuracy)),
        }),
      ({ code }) => resolve(TROUBLE_BY_CODE[code] ?? 'notFound'),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: FRESH_MS },
    ),
  );
}
