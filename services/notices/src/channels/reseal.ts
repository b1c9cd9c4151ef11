import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { openText, sealText } from '@hsl/platform/sealed-text';
import type { PrismaClient } from '../generated/prisma/client.js';
import { addressBoundTo } from '../settings/address-binding.js';
import { secretBoundTo } from '../webhooks/secret-binding.js';
import { WayOut } from './way-out.js';

const BATCH = 500;

interface Sealed {
  keyId: string;
  sealed: Uint8Array;
}

/**
 * Seals with the current key what lies under an older one, addresses and secrets alike. Once it reports nothing more, an
 * old key can be taken out of CONTACT_KEYS. A row that changes meanwhile is left for the next hour.
 */
@Injectable()
export class Reseal extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase<PrismaClient>,
    private readonly out: WayOut,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    return (await this.sweepAddresses()) + (await this.sweepSecrets());
  }

  private async sweepAddresses(): Promise<number> {
    const { contactAddress } = this.database.system;
    const rows = await contactAddress.findMany({ where: { keyId: { not: this.out.keys.currentId } }, take: BATCH });
    for (const row of rows) {
      const { subdistrictId, userId, channel, keyId, codeHash } = row;
      const data = this.resealed(row, addressBoundTo(row));
      await contactAddress.updateMany({ where: { subdistrictId, userId, channel, keyId, codeHash }, data });
    }
    return rows.length;
  }

  private async sweepSecrets(): Promise<number> {
    const { webhook } = this.database.system;
    const rows = await webhook.findMany({ where: { keyId: { not: this.out.keys.currentId } }, take: BATCH });
    for (const row of rows) {
      const { id, keyId, version } = row;
      await webhook.updateMany({ where: { id, keyId, version }, data: this.resealed(row, secretBoundTo(row)) });
    }
    return rows.length;
  }

  private resealed({ keyId, sealed }: Sealed, boundTo: string): { keyId: string; sealed: Uint8Array<ArrayBuffer> } {
    const text = openText({ keyId, sealed: Buffer.from(sealed) }, boundTo, this.out.keys);
    const anew = sealText(text, boundTo, this.out.keys);
    return { keyId: anew.keyId, sealed: Uint8Array.from(anew.sealed) };
  }
}
