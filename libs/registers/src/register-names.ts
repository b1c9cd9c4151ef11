import { TenantDatabase } from '@hsl/database/tenant-database';
import { Inject, Injectable } from '@nestjs/common';
import type { Named } from './register.js';
import { REGISTERS_OF, type RegistersOf } from './registers-of.js';

/** How a service knows what its registers name. */
@Injectable()
export class RegisterNames {
  constructor(
    private readonly database: TenantDatabase,
    @Inject(REGISTERS_OF) private readonly kept: RegistersOf,
  ) {}

  /** Whether there is such a thing; what the service knows nothing of cannot be named. */
  async isKnown(subdistrictId: string, named: Named, id: string): Promise<boolean> {
    const text = this.kept.known[named];
    if (text === undefined) return false;
    return (await this.database.query(subdistrictId, text, [subdistrictId, id])).length > 0;
  }
}
