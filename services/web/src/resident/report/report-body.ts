import type { SenderPosition } from '@hsl/contracts/schemas/submissions';

export interface Report {
  text: string;
  place: string;
  phone: string;
  /** Of the phone, if the sender pressed for it. */
  position?: SenderPosition | undefined;
}

/** Where it comes from: a code on a wall, or a community that was chosen. */
export type Origin = { code: string } | { subdistrictId: string; communityId: string };

/** The body of a report; a phone that is given is given to be kept. */
export function reportBody(origin: Origin, { text, place, phone, position }: Report): object {
  return {
    ...{ channel: 'code' in origin ? 'qrSubmission' : 'opinionExpress', ...origin, text: text.trim() },
    ...(place.trim() && { place: place.trim() }),
    ...(position && { position }),
    ...(phone.trim() && { contact: { phone: phone.trim() }, consent: true }),
  };
}
