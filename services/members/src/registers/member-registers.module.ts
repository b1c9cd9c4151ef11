import { RegistersModule } from '@hsl/registers/registers.module';
import { DUTY_REGISTERS } from './duty.registers.js';

/** What members do in office and promise, and with whom. */
export const MemberRegisters = RegistersModule.forService({
  service: 'members',
  registers: DUTY_REGISTERS,
  known: {
    member: 'SELECT 1 FROM member WHERE subdistrict_id = $1 AND id = $2 AND active',
    community: 'SELECT 1 FROM known_community WHERE subdistrict_id = $1 AND id = $2',
  },
});
