import { SenderPosition } from '@hsl/contracts/schemas/submissions';
import { describe, expect, it } from '@jest/globals';
import { findPosition } from './position.js';

type Ask = Geolocation['getCurrentPosition'];
const at =
  (latitude: number, longitude: number, accuracy: number): Ask =>
  (found) =>
    found({ coords: { latitude, longitude, accuracy } } as GeolocationPosition);
const failing =
  (code: number): Ask =>
  (_found, failed) =>
    failed?.({ code } as GeolocationPositionError);

describe('where the sender is', () => {
  it('is told to the metre, as the service takes it', async () => {
    const position = await findPosition({ getCurrentPosition: at(34.746_581_234, 113.625_371_9, 18.2) });
    expect(position).toEqual({ lat: 34.74658, lon: 113.62537, accuracyM: 19 });
    expect(SenderPosition.parse(position)).toEqual(position);
  });

  it('is never coarser than the service takes', async () => {
    expect(await findPosition({ getCurrentPosition: at(1, 2, 5e6) })).toMatchObject({ accuracyM: 100_000 });
  });

  it.each([
    [1, 'denied'],
    [2, 'notFound'],
    [3, 'tooLong'],
    [9, 'notFound'],
  ])('is not told for a reason (code %i: %s)', async (code, trouble) => {
    expect(await findPosition({ getCurrentPosition: failing(code) })).toBe(trouble);
  });

  it('cannot be asked where the browser has no way to', async () => {
    expect(await findPosition(undefined)).toBe('notHere');
  });
});
