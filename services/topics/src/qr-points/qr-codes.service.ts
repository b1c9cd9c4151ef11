import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import type { QrPoint } from '../generated/prisma/client.js';
import { claimOf, isSigned, pointCodeOf } from './point-code.js';
import { QrPointsRepository } from './qr-points.repository.js';

/** Makes and reads the codes that hang at places (S98). */
@Injectable()
export class QrCodes {
  constructor(private readonly points: QrPointsRepository) {}

  /** @throws Error if the key the point was signed with is gone */
  async codeOf({ subdistrictId, id, keyVersion }: QrPoint): Promise<string> {
    const secret = await this.points.keyOf(subdistrictId, keyVersion);
    if (!secret) throw new Error(`no key ${keyVersion} of ${subdistrictId}`);
    return pointCodeOf({ subdistrictId, pointId: id, keyVersion }, secret);
  }

  /**
   * The point a code hangs at. The subdistrict it names is believed once the signature holds.
   * @throws ProblemError qrCodeUnknown for a code nobody here made, qrCodeRevoked
   */
  async resolve(code: string): Promise<QrPoint> {
    const claim = claimOf(code);
    const secret = claim && (await this.points.keyOf(claim.subdistrictId, claim.keyVersion));
    if (!claim || !secret || !isSigned(code, claim, secret)) throw new ProblemError('qrCodeUnknown');
    const point = await this.points.find(claim.subdistrictId, claim.pointId);
    if (!point) throw new ProblemError('qrCodeUnknown');
    if (!point.active || point.keyVersion !== claim.keyVersion) throw new ProblemError('qrCodeRevoked');
    return point;
  }
}
