import { Module, type DynamicModule } from '@nestjs/common';
import { controllersOf } from './register.controller.js';
import { registerFaults } from './register-faults.js';
import { RegisterListsService } from './register-lists.service.js';
import { RegisterNames } from './register-names.js';
import { RegisterRepository } from './register.repository.js';
import { RegisterService } from './register.service.js';
import { REGISTERS_OF, type RegistersOf } from './registers-of.js';

/** The registers a service keeps, with their routes. */
@Module({})
export class RegistersModule {
  /** @throws Error for a register whose definition is not sound */
  static forService(kept: RegistersOf): DynamicModule {
    const faults = kept.registers.flatMap((one) => registerFaults(one).map((fault) => `${one.name}: ${fault}`));
    if (faults.length > 0) throw new Error(faults.join('; '));
    return {
      module: RegistersModule,
      controllers: kept.registers.flatMap(controllersOf),
      providers: [
        RegisterRepository,
        RegisterService,
        RegisterListsService,
        RegisterNames,
        { provide: REGISTERS_OF, useValue: kept },
      ],
    };
  }
}
