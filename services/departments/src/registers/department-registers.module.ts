import { RegistersModule } from '@hsl/registers/registers.module';
import { HELP_REGISTERS } from './help.registers.js';
import { PROJECT_REGISTERS } from './project.registers.js';

/** Projects, facilities, votes, donations, and what is explained to people. */
export const DepartmentRegisters = RegistersModule.forService({
  service: 'departments',
  registers: [...PROJECT_REGISTERS, ...HELP_REGISTERS],
  known: {
    department: 'SELECT 1 FROM department WHERE subdistrict_id = $1 AND id = $2 AND active',
    community: 'SELECT 1 FROM known_community WHERE subdistrict_id = $1 AND id = $2',
  },
});
