import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '@hsl/access/actor';
import { readBrand } from '@hsl/platform/brand';
import { readEnv } from '@hsl/platform/env';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { openingHoursOf, VenuesRepository } from '../venues/venues.repository.js';
import { QrCodes } from './qr-codes.service.js';
import { QrPointsService } from './qr-points.service.js';
import { sheetOf } from './qr-sheet.js';

const envSchema = z.object({
  /** Where residents' pages are reached; without it the address the staff member used is printed. */
  RESIDENT_PAGES_URL: z.url({ protocol: /^https?$/ }).optional(),
});

/** Sheets to hang up. */
@Injectable()
export class QrSheets {
  private readonly base = readEnv(envSchema).RESIDENT_PAGES_URL;

  constructor(
    private readonly points: QrPointsService,
    private readonly codes: QrCodes,
    private readonly communities: CommunitiesRepository,
    private readonly venues: VenuesRepository,
  ) {}

  /** @throws ProblemError notFound, roleNotAllowed, qrCodeRevoked: what is revoked is not printed again */
  async print(actor: Actor, id: string, headers: IncomingHttpHeaders): Promise<string> {
    const point = await this.points.reachable(actor, id);
    if (!point.active) throw new ProblemError('qrCodeRevoked');
    const { subdistrictId, communityId, place, venueId } = point;
    const names = await this.communities.namesOf(subdistrictId, [communityId]);
    const url = new URL(`/q/${await this.codes.codeOf(point)}`, this.base ?? originOf(headers)).href;
    const found = venueId === null ? undefined : await this.venues.find(subdistrictId, venueId);
    const venue = found && { name: found.name, address: found.address, openingHours: openingHoursOf(found) };
    return sheetOf({ brand: readBrand().zh, venue, place, communityName: names.get(communityId) ?? communityId, url });
  }
}

/** The address as the edge saw it. */
function originOf(headers: IncomingHttpHeaders): string {
  const [host, protocol] = [headers['x-forwarded-host'] ?? headers.host, headers['x-forwarded-proto'] ?? 'http'];
  return `${String(protocol)}://${String(host)}`;
}
